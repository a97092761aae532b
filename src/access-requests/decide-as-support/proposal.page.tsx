import type { NamedTree } from '../../accounts/index.ts'
import { casePath, confirmDecisionPath, dropDecisionPath } from '../../paths/support-cases.ts'
import {
  Button,
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Notice,
  Page,
  PageHeading,
  Quote,
  Section,
  Stack,
  Time,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { namesIn, sayGiven } from '../decide/sayings.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { StoredRequest } from '../requests.row.ts'
import type { StoredProposal } from './proposals.store.ts'

/** What the second agent is shown. */
export type ProposalPageProps = {
  readonly frame: Frame
  readonly viewerId: string
  readonly request: StoredRequest
  readonly caseId: string
  readonly tree: NamedTree
  readonly proposal: StoredProposal
  /** How many files prove it. */
  readonly proofs: number
}

/** A proposed decision: who proposed what and why, and the second agent's way to confirm or to drop it. */
export function ProposalPage(props: ProposalPageProps) {
  const { frame, request, caseId, proposal, viewerId } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('as-support.proposed.title')
  const isOwn = proposal.by === viewerId
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumb={[{ label: t('as-support.case'), href: casePath.to(caseId) }, { label: title }]}
    >
      <PageHeading over={request.accountName} title={title} lead={t('as-support.proposed.lead')} />
      <Stack>
        <Facts items={factsOf(props)} />
        <Section title={t('as-support.note')}>
          <Quote reader={reader} text={proposal.note} by={proposal.proposer} />
        </Section>
        <Section title={t('as-support.grounds')}>
          <Quote reader={reader} text={proposal.grounds} by={proposal.proposer} />
        </Section>
        {isOwn ? (
          <Notice kind="info" still>
            {t('refusal.second-agent-needed')}
          </Notice>
        ) : (
          <Form action={confirmDecisionPath.to(request.id)}>
            <Hidden name="proposal" value={proposal.id} />
            <FormActions>
              <Button variant="primary" icon="check">
                {t('as-support.confirm')}
              </Button>
            </FormActions>
          </Form>
        )}
        <Form action={dropDecisionPath.to(request.id)}>
          <FormActions>
            <Button variant="quiet">{t('as-support.drop')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </Page>
  )
}

function factsOf({ frame, request, tree, proposal, proofs, caseId }: ProposalPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { decision } = proposal
  const what =
    decision.verdict === 'APPROVE'
      ? t('as-support.would-give', { given: sayGiven(reader, decision.given, tree) })
      : t('as-support.would-decline', { why: t(`decline.${decision.code}`) })
  return [
    { label: t('letter.who'), value: fullName(request.profile) },
    { label: t('request.asked'), value: sayAsk(reader, request.ask, namesIn(tree)) },
    { label: t('as-support.what'), value: what },
    {
      label: t('as-support.by'),
      value: proposal.proposer,
      help: <Time reader={reader} at={proposal.proposedAt} as="dateTime" />,
    },
    {
      label: t('as-support.proofs'),
      value: <a href={casePath.to(caseId)}>{t('as-support.proofs.n', { n: proofs })}</a>,
    },
  ]
}
