import { askPath, keepDraftPath } from '../../paths/access-requests.ts'
import { directoryPath } from '../../paths/directory.ts'
import { askForColleaguePath, askForSeveralPath } from '../../paths/on-behalf.ts'
import { profilePath, settingsPath } from '../../paths/people.ts'
import {
  Button,
  Card,
  ErrorSummary,
  Field,
  Fold,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  Items,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Prose,
  Section,
  Split,
  Steps,
  SubmitButton,
} from '../../ui/index.ts'
import type { Profile } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { ProfileFacts } from '../profile-facts.tsx'

/** What the first step of asking shows. */
export type IdentifierPageProps = {
  readonly frame: Frame
  readonly profile: Profile
  /** What was typed, as it was typed. */
  readonly typed: string
  readonly directory: readonly { readonly identifier: string; readonly name: string }[]
  /** The key of what is wrong with the identifier. */
  readonly error?: 'ask.identifier.empty' | 'ask.identifier.unknown' | undefined
  /** Why nothing can be sent yet, and where to set it right. */
  readonly missing?: { readonly kind: 'address' | 'profile'; readonly text: string } | undefined
  /** Too much was looked up: how many minutes to wait. */
  readonly waitMinutes?: number | undefined
}

// The button beside the profile sends this form too, so that leaving it loses nothing.
const formId = 'ask'

/** Step 1: which account, and the details that will go with the request. */
export function IdentifierPage(props: IdentifierPageProps) {
  const { frame, error } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page frame={frame} title={t('ask.title')} failed={error !== undefined}>
      {error && <ErrorSummary reader={reader} errors={[{ field: 'identifier', message: t(error) }]} />}
      <PageHeading
        over={<Steps reader={reader} current={1} total={2} />}
        title={t('ask.title')}
        lead={t('ask.lead')}
      />
      <Split label={t('ask.profile')} aside={<ProfileCard {...props} />}>
        <Obstacles {...props} />
        <Section title={t('ask.section')}>
          <AccountForm {...props} />
          <Fold
            summary={t('ask.unknown.fold')}
            open={error === 'ask.identifier.unknown'}
            id="unknown-identifier"
          >
            <Directory {...props} />
          </Fold>
          <OtherWays {...props} />
        </Section>
      </Split>
    </Page>
  )
}

function AccountForm({ frame, typed, error }: IdentifierPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={askPath.to()} id={formId}>
      <Field
        reader={reader}
        name="identifier"
        label={t('ask.identifier')}
        star
        required
        help={t('ask.identifier.help')}
        error={error && t(error)}
        value={typed}
        spellcheck={false}
        inputmode="url"
      />
      <FormActions>
        <SubmitButton>{t('ask.submit')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function OtherWays({ frame }: IdentifierPageProps) {
  const t = words.for(frame.reader)
  return (
    <ul class="ways">
      <li>
        <Link href={directoryPath.to()}>{t('ask.directory.link')}</Link>
      </li>
      <li>
        <Link href={askForSeveralPath.to()}>{t('several.link')}</Link>
      </li>
      <li>
        <Link href={askForColleaguePath.to()}>{t('behalf.link')}</Link>
      </li>
    </ul>
  )
}

function Obstacles({ frame, missing, waitMinutes }: IdentifierPageProps) {
  const t = words.for(frame.reader)
  return (
    <>
      {waitMinutes !== undefined && (
        <Notice kind="warning" title={t('ask.too-many')}>
          {t('ask.too-many.text', { minutes: waitMinutes })}
        </Notice>
      )}
      {missing && (
        <Notice
          kind="warning"
          still
          title={t('ask.not-yet')}
          actions={
            <LinkButton
              small
              href={
                missing.kind === 'address' ? settingsPath.to() : `${profilePath.to()}?next=${askPath.to()}`
              }
            >
              {missing.kind === 'address' ? t('ask.not-yet.verify') : t('ask.profile.edit')}
            </LinkButton>
          }
        >
          {missing.text}
        </Notice>
      )}
    </>
  )
}

function ProfileCard({ frame, profile }: IdentifierPageProps) {
  const t = words.for(frame.reader)
  return (
    <Card
      title={t('ask.profile')}
      action={
        <Button
          small
          icon="pencil"
          form={formId}
          formaction={keepDraftPath.to()}
          label={t('ask.profile.edit')}
        >
          {t('ask.profile.edit-short')}
        </Button>
      }
      footer={t('ask.profile.goes')}
    >
      <ProfileFacts reader={frame.reader} profile={profile} stacked />
    </Card>
  )
}

function Directory({ frame, directory, error }: IdentifierPageProps) {
  const t = words.for(frame.reader)
  const spelling = error === 'ask.identifier.unknown' && <p>{t('ask.unknown.help')}</p>
  if (directory.length === 0) {
    return (
      <Prose>
        {spelling}
        <p>{t('ask.directory.empty')}</p>
      </Prose>
    )
  }
  return (
    <>
      <Prose>
        {spelling}
        <p>{t('ask.directory')}</p>
      </Prose>
      <Items
        items={directory.map(({ identifier, name }) => ({
          title: name,
          text: <Identifier value={identifier} />,
          action: (
            <Form action={askPath.to()}>
              <Hidden name="identifier" value={identifier} />
              <Button small label={t('ask.directory.choose-account', { account: name })}>
                {t('ask.directory.choose')}
              </Button>
            </Form>
          ),
        }))}
      />
    </>
  )
}
