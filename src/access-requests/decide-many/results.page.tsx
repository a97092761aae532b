import { requestPath } from '../../paths/access-requests.ts'
import { queuePath } from '../../paths/decisions.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Column,
  type Frame,
  Link,
  LinkButton,
  Page,
  PageHeading,
  StatusChip,
  Table,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { answerTo } from '../refusal-answers.ts'
import type { LeftBecause, OneResult } from './decide-many.ts'

/** What became of each of several requests. */
export function ResultsPage({ frame, results }: { frame: Frame; results: readonly OneResult[] }) {
  const { reader } = frame
  const t = words.for(reader)
  const decided = results.filter(({ outcome }) => outcome.ok).length
  const title = t('many.result')
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumb={[{ label: t('queue.title'), href: queuePath.to() }, { label: title }]}
    >
      <PageHeading title={title} lead={t('many.result-lead', { decided, left: results.length - decided })} />
      <Table reader={reader} caption={title} columns={columnsFor(reader)} rows={results} />
      <LinkButton variant="primary" href={queuePath.to()}>
        {t('decided.queue')}
      </LinkButton>
    </Page>
  )
}

function columnsFor(reader: Reader): Column<OneResult>[] {
  const t = words.for(reader)
  return [
    {
      label: t('queue.who'),
      heads: true,
      cell: ({ id, row }) => (
        <Link href={requestPath.to(id)}>{row ? fullName(row.profile) : t('decide.open')}</Link>
      ),
    },
    { label: t('queue.asked'), cell: ({ row }) => row && sayAsk(reader, row.ask, row.places) },
    { label: t('many.result-column'), cell: (result) => <Result reader={reader} result={result} /> },
  ]
}

function Result({ reader, result }: { reader: Reader; result: OneResult }) {
  const t = words.for(reader)
  const { outcome } = result
  if (outcome.ok) {
    return outcome.value.kind === 'declined' ? (
      <StatusChip kind="declined" label={t('status.DECLINED')} />
    ) : (
      <StatusChip kind="approved" label={t('status.APPROVED')} />
    )
  }
  return (
    <>
      <StatusChip kind="pending" label={t('many.left')} />
      <p class="muted">{sayLeft(reader, outcome.refusal, result.firstDecider)}</p>
    </>
  )
}

function sayLeft(reader: Reader, refusal: LeftBecause, firstDecider: string | undefined): string {
  const t = words.for(reader)
  if (refusal.code === 'open-ask') return t('many.open-ask')
  if (refusal.code === 'confirmation-needed' || refusal.code === 'recent-sign-in-needed')
    return t('many.administrator')
  if (refusal.code === 'nothing-to-give') return t('decide.nothing-to-give')
  return answerTo(refusal, reader, firstDecider).text
}
