import { myRequestsPath, requestPath } from '../../paths/access-requests.ts'
import { askForSeveralPath } from '../../paths/on-behalf.ts'
import { profilePath } from '../../paths/people.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import {
  Card,
  type Column,
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Split,
  StatusChip,
  SubmitButton,
  Table,
  TextArea,
} from '../../ui/index.ts'
import type { Profile } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { ProfileFacts } from '../profile-facts.tsx'
import { WishFields, type WishFieldsProps } from '../submit/wish-fields.tsx'
import type { KeptOutcome, ShownOutcome } from './sent-together.store.ts'
import { mostAtOnce } from './several.form.ts'

/** What the form for several accounts shows; errors are sentences, by field. */
export type SeveralProps = {
  readonly frame: Frame
  readonly profile: Profile
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Why each was not sent, when none was. */
  readonly refused: readonly KeptOutcome[]
  readonly formKey: string
  readonly ends: WishFieldsProps['ends']
}

/** Asking for several accounts with one form. */
export function SeveralPage(props: SeveralProps) {
  const { frame, errors, refused, typed } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page frame={frame} title={t('several.title')} failed={mistakes.length > 0 || refused.length > 0}>
      <ErrorSummary reader={reader} errors={mistakes} />
      <PageHeading title={t('several.title')} lead={t('several.lead')} />
      <Split label={t('ask.profile')} aside={<ProfileCard {...props} />}>
        {refused.length > 0 && (
          <Notice kind="danger" title={t('several.none')}>
            <ul>
              {refused.map(({ identifier, said }) => (
                <li>
                  <Identifier value={identifier} /> – {said}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Form action={askForSeveralPath.to()}>
          <Hidden name="key" value={props.formKey} />
          <TextArea
            reader={reader}
            name="accounts"
            label={t('several.accounts')}
            star
            required
            rows={4}
            help={t('several.accounts.help', { max: mostAtOnce })}
            value={textOf(typed, 'accounts')}
            error={errors['accounts']}
          />
          <WishFields
            reader={reader}
            typed={typed}
            errors={errors}
            places={[]}
            ends={props.ends}
            timeZone={null}
          />
          <FormActions>
            <SubmitButton icon="send">{t('several.send')}</SubmitButton>
          </FormActions>
        </Form>
      </Split>
    </Page>
  )
}

function ProfileCard({ frame, profile }: SeveralProps) {
  const t = words.for(frame.reader)
  return (
    <Card
      title={t('ask.profile')}
      action={
        <LinkButton small icon="pencil" href={`${profilePath.to()}?next=${askForSeveralPath.to()}`}>
          {t('ask.profile.edit-short')}
        </LinkButton>
      }
      footer={t('ask.profile.goes')}
    >
      <ProfileFacts reader={frame.reader} profile={profile} stacked />
    </Card>
  )
}

/** What became of each account. */
export function OutcomesPage({ frame, outcomes }: { frame: Frame; outcomes: readonly ShownOutcome[] }) {
  const { reader } = frame
  const t = words.for(reader)
  const failed = outcomes.filter(({ requestId }) => requestId === null).map(({ identifier }) => identifier)
  const counts = { sent: outcomes.length - failed.length, failed: failed.length }
  return (
    <Page frame={frame} title={t('several.done')}>
      <PageHeading title={t('several.done')} lead={t('several.done.lead', counts)} />
      <Table reader={reader} caption={t('several.done')} columns={outcomeColumns(reader)} rows={outcomes} />
      <FormActions>
        <LinkButton variant="primary" href={myRequestsPath.to()}>
          {t('several.follow')}
        </LinkButton>
        {failed.length > 0 && (
          <LinkButton variant="quiet" href={askForSeveralPath.to(failed)}>
            {t('several.again')}
          </LinkButton>
        )}
      </FormActions>
    </Page>
  )
}

function outcomeColumns(reader: Frame['reader']): Column<ShownOutcome>[] {
  const t = words.for(reader)
  return [
    {
      label: t('several.account'),
      heads: true,
      cell: ({ identifier, accountName }) => (
        <>
          {accountName !== null && <p>{accountName}</p>}
          <Identifier value={identifier} />
        </>
      ),
    },
    {
      label: t('several.outcome'),
      cell: ({ requestId, said }) =>
        requestId === null ? (
          <>
            <StatusChip kind="declined" label={t('several.not-sent')} />
            <p>{said}</p>
          </>
        ) : (
          <StatusChip kind="pending" label={t('several.sent')} />
        ),
    },
    {
      label: t('several.request'),
      fit: true,
      cell: ({ requestId, reference }) =>
        requestId !== null && <Link href={requestPath.to(requestId)}>{reference ?? ''}</Link>,
    },
  ]
}
