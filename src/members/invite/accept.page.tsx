import { answerInvitationPath } from '../../paths/members.ts'
import { signInPath, signUpPath } from '../../paths/people.ts'
import { invitationsPath } from '../../paths/members.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  Card,
  EmptyState,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Id,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** An invitation as whoever was invited reads it. */
export type ShownInvitation = {
  readonly id: string
  readonly address: string
  readonly accountName: string
  readonly identifier: string
  readonly type: string
  readonly by: string
  /** What it gives, in words. */
  readonly gives: string
  readonly lapsesAt: Date
}

/** The page behind the link of a mail: what one is invited to, and how to accept. */
export function InvitationPage({
  frame,
  invitation,
  own,
}: {
  readonly frame: Frame
  readonly invitation: ShownInvitation | undefined
  /** The address of whoever is signed in; null for nobody. */
  readonly own: string | null
}) {
  const t = words.for(frame.reader)
  if (!invitation) {
    return (
      <Page frame={frame} title={t('invitation.gone-title')}>
        <PageHeading title={t('invitation.gone-title')} lead={t('invitation.gone')} />
      </Page>
    )
  }
  const title = t('invitation.title', { account: invitation.accountName })
  const { address } = invitation
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t('invitation.lead', { name: invitation.by })} />
      <Stack>
        <What frame={frame} invitation={invitation} />
        {own === address ? (
          <Answer frame={frame} invitation={invitation} />
        ) : own === null ? (
          <>
            <p>{t('invitation.how', { address })}</p>
            <div class="actions">
              <LinkButton variant="primary" href={signInPath.to(invitationsPath.to())}>
                {t('invitation.sign-in')}
              </LinkButton>
              <LinkButton href={signUpPath.to()}>{t('invitation.sign-up')}</LinkButton>
            </div>
          </>
        ) : (
          <Notice kind="warning" still>
            {t('invitation.other', { own, address })}
          </Notice>
        )}
      </Stack>
    </Page>
  )
}

function What({ frame, invitation }: { readonly frame: Frame; readonly invitation: ShownInvitation }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Facts
      items={[
        {
          label: t('invitation.account'),
          value: invitation.accountName,
          help: <Id value={invitation.identifier} />,
        },
        { label: t('invitation.type'), value: invitation.type },
        { label: t('invitation.what'), value: invitation.gives },
        { label: t('invitation.to'), value: <Id value={invitation.address} /> },
        { label: t('invitation.until'), value: formatDate(reader, invitation.lapsesAt, 'dateWithYear') },
      ]}
    />
  )
}

function Answer({ frame, invitation }: { readonly frame: Frame; readonly invitation: ShownInvitation }) {
  const t = words.for(frame.reader)
  const account = invitation.accountName
  return (
    <Form action={answerInvitationPath.to(invitation.id)}>
      <FormActions>
        <SubmitButton name="what" value="accept" label={t('invitation.accept-label', { account })}>
          {t('invitation.accept')}
        </SubmitButton>
        <Button name="what" value="decline" label={t('invitation.decline-label', { account })}>
          {t('invitation.decline')}
        </Button>
      </FormActions>
    </Form>
  )
}

/** What was just answered. */
export const answersDone = ['accepted', 'proposed', 'declined'] as const
export type AnswerDone = (typeof answersDone)[number]

/** The invitations to oneself, each with what it gives. */
export function OwnInvitationsPage({
  frame,
  invitations,
  done,
  problem,
}: {
  readonly frame: Frame
  readonly invitations: readonly ShownInvitation[]
  readonly done: AnswerDone | null
  readonly problem?: string | undefined
}) {
  const t = words.for(frame.reader)
  const title = t('invitation.own-title')
  const flash: Flash | undefined =
    done === null ? undefined : { kind: 'success', text: t(`invitation.flash.${done}`) }
  return (
    <Page frame={frame} title={title} flash={flash}>
      <PageHeading title={title} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('invitation.refused')}>
          {problem}
        </Notice>
      )}
      {invitations.length === 0 ? (
        <EmptyState icon="mail" title={t('invitation.own-none-title')}>
          {t('invitation.own-none')}
        </EmptyState>
      ) : (
        <Stack>
          {invitations.map((invitation) => (
            <Card title={invitation.accountName}>
              <p>{t('invitation.lead', { name: invitation.by })}</p>
              <What frame={frame} invitation={invitation} />
              <Answer frame={frame} invitation={invitation} />
            </Card>
          ))}
        </Stack>
      )}
    </Page>
  )
}
