import { flawsInAll } from '../../event-log/index.ts'
import { type Fact, Facts, type Frame, LinkButton, Notice, Section, Time } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Check } from './checks.store.ts'
import { Hash } from './details.tsx'
import { LogFrame } from './log-frame.page.tsx'
import type { LogPaths } from './paths.ts'
import type { Readable } from './readable.ts'
import { sayFlaw } from './say-flaw.ts'
import { nameIn } from './names.ts'

/** What the page of one verification shows. */
export type CheckProps = {
  readonly frame: Frame
  readonly log: Readable
  readonly paths: LogPaths
  readonly check: Check
}

/** How far a verification has come, or what it found. */
export function CheckPage(props: CheckProps) {
  const { frame, log, paths, check } = props
  const t = words.for(frame.reader)
  const title = t('log.check.result.title')
  return (
    <LogFrame
      frame={frame}
      seen={log.seen}
      title={title}
      narrow
      under={[{ label: t('log.check.title'), href: paths.checks }, { label: title }]}
    >
      {check.endedAt ? <Result {...props} /> : <Progress {...props} />}
      <Facts items={factsOf(props)} />
    </LogFrame>
  )
}

function Progress({ frame, paths, check }: CheckProps) {
  const t = words.for(frame.reader)
  const { walk, aim } = check
  return (
    <Notice
      kind="info"
      title={t('log.check.going')}
      actions={<LinkButton href={paths.check(check.id)}>{t('log.check.again')}</LinkButton>}
    >
      <p>{t('log.check.going.text', { done: walk.events, all: aim.seq })}</p>
      <progress value={walk.last.seq} max={aim.seq} aria-label={t('log.check.going')} />
    </Notice>
  )
}

function Result({ frame, check: { walk, aim } }: CheckProps) {
  const t = words.for(frame.reader)
  const flaws = flawsInAll(walk, aim)
  const n = walk.events
  if (flaws.length === 0) {
    return (
      <Notice kind="success" still title={t('log.check.whole')}>
        <p>{t('log.check.whole.text', { n })}</p>
        {walk.kept !== null && <p>{t('log.check.met')}</p>}
        {walk.erased > 0 && <p>{t('audit.erased', { n: walk.erased })}</p>}
      </Notice>
    )
  }
  return (
    <>
      <Notice kind="danger" title={t('log.check.broken')}>
        <p>{t('log.check.broken.text', { n })}</p>
        <ol>
          {flaws.map((flaw) => (
            <li>{sayFlaw(t, flaw)}</li>
          ))}
        </ol>
      </Notice>
      <Section title={t('log.head')}>
        <p>{t('log.check.broken.do')}</p>
      </Section>
    </>
  )
}

function factsOf({ frame, check }: CheckProps): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  const { walk, startedAt, endedAt, by } = check
  return [
    { label: t('log.check.time'), value: <Time reader={reader} at={startedAt} as="dateTime" /> },
    ...(endedAt
      ? [{ label: t('log.check.done'), value: <Time reader={reader} at={endedAt} as="dateTime" /> }]
      : []),
    { label: t('log.check.by'), value: <bdi>{nameIn(reader, by)}</bdi> },
    { label: t('log.check.events'), value: walk.events },
    { label: t('log.check.number'), value: walk.last.seq },
    { label: t('log.check.head'), value: <Hash value={walk.last.hash} /> },
  ]
}
