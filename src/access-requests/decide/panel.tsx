import type { Child } from '#jsx'
import { approvePath, declinePath } from '../../paths/decisions.ts'
import { questionPath } from '../../paths/conversation.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Card, LinkButton, Notice, Stack } from '../../ui/index.ts'
import { listed } from '../asked.ts'
import { words } from '../messages/index.ts'
import { EarlierRequests, HeldNow, Wanted, WhoAsks } from './context.tsx'
import type { DecisionView } from './decide.query.ts'
import { sayGiven } from './sayings.ts'

type Props = { reader: Reader; view: DecisionView }
type Panel = {
  /** The names of those who are away and for whom they stand in. */
  absent: readonly string[]
  /** Whether a question can be asked before deciding. */
  asks: boolean
  /** Who is looking at it. */
  claim: Child
}

/** What one needs to decide a request, and the ways to do it or to ask first; only for whoever may decide it now. */
export function DecisionPanel({ reader, view, absent, asks, claim }: Props & Panel) {
  const t = words.for(reader)
  const { id, stage } = view.request
  return (
    <Stack>
      <FirstApprovalNotice reader={reader} view={view} />
      {stage === 'WITH_SUPPORT' && (
        <Notice kind="info" still title={t('decide.case')}>
          {t('decide.case-text')}
        </Notice>
      )}
      <Card
        title={t('decide.title')}
        id="decide"
        footer={
          <div class="actions">
            <LinkButton href={approvePath.to(id)} variant="primary" icon="check" shortcut="a">
              {t('decide.approve')}
            </LinkButton>
            <LinkButton href={declinePath.to(id)} icon="x" shortcut="d">
              {t('decide.decline')}
            </LinkButton>
            {asks && (
              <LinkButton href={questionPath.to(id)} icon="message-circle-question-mark" variant="quiet">
                {t('question.do')}
              </LinkButton>
            )}
          </div>
        }
      >
        <Wanted reader={reader} view={view} />
        {absent.length > 0 && <p class="muted">{t('away.you-decide', { names: listed(reader, absent) })}</p>}
        {claim}
      </Card>
    </Stack>
  )
}

/** What stands beside the panel: who asks, what they hold, what they asked before. */
export function DecisionAside({ reader, view }: Props) {
  return (
    <>
      <WhoAsks reader={reader} view={view} />
      <HeldNow reader={reader} view={view} />
      <EarlierRequests reader={reader} view={view} />
    </>
  )
}

/** That one administrator has approved and another must; nothing when none has. */
export function FirstApprovalNotice({ reader, view }: Props) {
  const t = words.for(reader)
  const { first, tree } = view
  if (!first) return null
  const given = sayGiven(reader, first.given, tree)
  return first.isMine ? (
    <Notice kind="info" still title={t('decide.first-mine')}>
      {t('decide.first-mine-text', { given })}
    </Notice>
  ) : (
    <Notice kind="info" still title={t('decide.first', { name: first.name })}>
      {t('decide.first-text', { given })}
    </Notice>
  )
}
