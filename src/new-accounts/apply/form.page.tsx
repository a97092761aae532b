import { ProfileFacts } from '../../access-requests/index.ts'
import { accountWords } from '../../accounts/index.ts'
import { askPath } from '../../paths/access-requests.ts'
import { newClaimPath } from '../../paths/claims.ts'
import type { Profile } from '../../access-requests/domain/request.ts'
import { newAccountPath, smartAccountsPath } from '../../paths/accounts.ts'
import { applicationsPath, editApplicationPath, applicationPath } from '../../paths/new-accounts.ts'
import { profilePath, settingsPath } from '../../paths/people.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  Card,
  ErrorSummary,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Quote,
  Split,
  Stack,
  Steps,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { anchorOf, InsistField, sayMistake, WantedFields } from './fields.tsx'
import type { Similar } from './looks.store.ts'
import { SimilarAccounts } from './similar.tsx'

/** What the form of a new account shows. */
export type FormPageProps = {
  readonly frame: Frame
  readonly profile: Profile
  readonly typed: Typed
  /** Keys of sentences, by field. */
  readonly errors?: FieldErrors | undefined
  readonly flash?: Flash | undefined
  /** Why this person cannot apply yet. */
  readonly missing?: 'address' | 'profile' | undefined
  /** How many applications they have that are open. */
  readonly open?: number
}

function mistakes({ frame, errors = {} }: Pick<FormPageProps, 'frame' | 'errors'>) {
  return Object.entries(errors).map(([field, key]) => ({
    field: anchorOf(field),
    message: sayMistake(frame.reader, key),
  }))
}

/** Step 1: what is asked for. */
export function FormPage(props: FormPageProps) {
  const { frame, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const wrong = mistakes(props)
  return (
    <Page
      frame={frame}
      title={t('application.new')}
      flash={props.flash}
      failed={wrong.length > 0}
      breadcrumb={[
        { label: t('application.access'), href: smartAccountsPath.to() },
        { label: t('application.new') },
      ]}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading
        over={<Steps reader={reader} current={1} total={2} />}
        title={t('application.new')}
        lead={t('application.new.lead')}
      />
      <Split label={t('application.profile')} aside={<Aside {...props} />}>
        <Obstacles {...props} />
        <Form action={newAccountPath.to()}>
          <WantedFields reader={reader} typed={typed} errors={errors} />
          <FormActions>
            <SubmitButton>{t('application.check')}</SubmitButton>
          </FormActions>
        </Form>
      </Split>
    </Page>
  )
}

function Aside(props: FormPageProps) {
  const { reader } = props.frame
  const t = words.for(reader)
  return (
    <>
      <Card title={t('application.other')}>
        <Stack tight>
          <p>{t('application.other.text')}</p>
          <LinkButton small href={askPath.to()}>
            {t('application.other.ask')}
          </LinkButton>
          <p>{t('application.other.vacant')}</p>
          <LinkButton small href={newClaimPath.to()}>
            {accountWords.for(reader)('claim.new')}
          </LinkButton>
        </Stack>
      </Card>
      <ProfileCard {...props} />
    </>
  )
}

function Obstacles({ frame, missing, open = 0 }: FormPageProps) {
  const t = words.for(frame.reader)
  return (
    <>
      {missing && (
        <Notice
          kind="warning"
          still
          title={t('application.not-yet')}
          actions={
            <LinkButton
              small
              href={
                missing === 'address' ? settingsPath.to() : `${profilePath.to()}?next=${newAccountPath.to()}`
              }
            >
              {t(`application.not-yet.${missing}.do`)}
            </LinkButton>
          }
        >
          {t(`application.not-yet.${missing}`)}
        </Notice>
      )}
      {open > 0 && (
        <Notice
          kind="info"
          still
          actions={
            <LinkButton small href={applicationsPath.to()}>
              {t('application.mine.see')}
            </LinkButton>
          }
        >
          {t('application.mine.open', { n: open })}
        </Notice>
      )}
    </>
  )
}

function ProfileCard({ frame, profile }: Pick<FormPageProps, 'frame' | 'profile'>) {
  const t = words.for(frame.reader)
  return (
    <Card title={t('application.profile')} footer={t('application.profile.goes')}>
      <ProfileFacts reader={frame.reader} profile={profile} stacked />
    </Card>
  )
}

/** What the form of a change shows. */
export type EditPageProps = Omit<FormPageProps, 'missing' | 'open'> & {
  readonly id: string
  readonly reference: string
  readonly version: number
  /** What the operator wrote. */
  readonly note: string
  /** Accounts like it that the person may see. */
  readonly similar?: readonly Similar[] | undefined
}

/** Changing what an operator asked to be changed, and sending it again. */
export function EditPage(props: EditPageProps) {
  const { frame, typed, errors = {}, similar = [] } = props
  const { reader } = frame
  const t = words.for(reader)
  const wrong = mistakes(props)
  const isTaken = similar.some(({ isSame }) => isSame)
  // What was said before is kept, whether or not it is asked for again.
  const insisted = (typed['insists'] ?? '') !== ''
  return (
    <Page
      frame={frame}
      title={t('application.edit')}
      flash={props.flash}
      failed={wrong.length > 0}
      breadcrumb={[
        { label: t('application.mine'), href: applicationsPath.to() },
        { label: props.reference, href: applicationPath.to(props.id) },
        { label: t('application.edit') },
      ]}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading title={t('application.edit')} over={props.reference} />
      <Split label={t('application.profile')} aside={<ProfileCard {...props} />}>
        {props.note !== '' && <Quote reader={reader} text={props.note} by={t('application.by.operator')} />}
        {similar.length > 0 && (
          <SimilarAccounts
            reader={reader}
            accounts={similar}
            lead={t(isTaken ? 'application.similar.lead-taken' : 'application.similar.lead')}
          />
        )}
        <Form action={editApplicationPath.to(props.id)}>
          <Hidden name="version" value={String(props.version)} />
          <WantedFields reader={reader} typed={typed} errors={errors} />
          {(insisted || (similar.length > 0 && !isTaken)) && (
            <InsistField reader={reader} typed={typed} errors={errors} />
          )}
          <FormActions>
            <SubmitButton icon="send">{t('application.resubmit')}</SubmitButton>
            <LinkButton variant="quiet" href={applicationPath.to(props.id)}>
              {t('application.cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </Split>
    </Page>
  )
}
