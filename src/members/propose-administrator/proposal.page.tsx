import { AccountFrame, accountWords, type SeenAccount } from '../../accounts/index.ts'
import { administratorProposalPath, userPath } from '../../paths/members.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Link,
  Muted,
  Notice,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { StoredProposal } from './proposals.store.ts'

/** What the page about a proposed administrator shows. */
export type ProposalPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly proposal: StoredProposal
  readonly name: string
  readonly by: string
  /** The viewer proposed it. */
  readonly isAuthor: boolean
  readonly isOpen: boolean
  /** Why nothing was changed, in words. */
  readonly problem?: string | undefined
}

/** A proposal to make somebody an administrator, with the steps that are the viewer's. */
export function ProposalPage(props: ProposalPageProps) {
  const { frame, seen, proposal, name, isOpen, problem } = props
  const t = words.for(frame.reader)
  const title = t('proposal.title', { name })
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={isOpen ? t('proposal.lead') : undefined}
      under={[{ label: title }]}
      narrow
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('proposal.refused')}>
          {problem}
        </Notice>
      )}
      <What {...props} />
      {isOpen ? (
        <Steps {...props} />
      ) : (
        <Notice kind="info" still title={t('proposal.over-title')}>
          {t('proposal.over', { outcome: proposal.outcome ?? 'LAPSED' })}
        </Notice>
      )}
    </AccountFrame>
  )
}

function What({ frame, seen, proposal, name, by }: ProposalPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const day = (at: Date) => formatDate(reader, at, 'dateTime')
  const { identifier } = seen.account
  return (
    <Facts
      items={[
        {
          label: t('proposal.person'),
          value: <Link href={userPath.to(identifier, proposal.personId)}>{name}</Link>,
        },
        { label: t('proposal.gives'), value: accountWords.for(reader)('role-help.SA') },
        {
          label: t('proposal.ends'),
          value: proposal.endsAt ? day(proposal.endsAt) : t('no-end'),
        },
        { label: t('proposal.by'), value: by },
        { label: t('proposal.at'), value: day(proposal.proposedAt) },
        { label: t('proposal.lapses'), value: day(proposal.lapsesAt) },
      ]}
    />
  )
}

function Steps({ frame, seen, proposal, name, isAuthor }: ProposalPageProps) {
  const t = words.for(frame.reader)
  const path = administratorProposalPath.to(seen.account.identifier, proposal.id)
  return (
    <>
      {isAuthor && <Muted>{t('proposal.own')}</Muted>}
      {!isAuthor && (
        <Form action={path}>
          <Hidden name="what" value="confirm" />
          <FormActions>
            <SubmitButton>{t('proposal.confirm', { name })}</SubmitButton>
          </FormActions>
        </Form>
      )}
      <Form action={path}>
        <Hidden name="what" value="end" />
        <FormActions>
          <SubmitButton variant="secondary">
            {isAuthor ? t('proposal.withdraw') : t('proposal.refuse')}
          </SubmitButton>
        </FormActions>
      </Form>
    </>
  )
}
