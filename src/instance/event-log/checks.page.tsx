import { flawsInAll } from '../../event-log/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Card,
  Code,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Link,
  Muted,
  Section,
  SubmitButton,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Check } from './checks.store.ts'
import { LogFrame } from './log-frame.page.tsx'
import type { LogPaths } from './paths.ts'
import type { Readable } from './readable.ts'
import { nameIn } from './names.ts'

/** What the page shows from where a log is verified. */
export type ChecksProps = {
  readonly frame: Frame
  readonly log: Readable
  readonly paths: LogPaths
  readonly head: { readonly seq: number; readonly hash: string } | undefined
  readonly checks: readonly Check[]
  readonly kept: string
  /** What is wrong with the hash that was typed. */
  readonly error?: string | undefined
}

/** Where a log ends now, verifying all of it, and what came of it before. */
export function ChecksPage(props: ChecksProps) {
  const { frame, log, head, checks, error } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('log.check.title')
  return (
    <LogFrame
      frame={frame}
      seen={log.seen}
      title={title}
      lead={t('log.check.lead')}
      narrow
      under={[{ label: title }]}
      failed={error !== undefined}
    >
      {error !== undefined && <ErrorSummary reader={reader} errors={[{ field: 'kept', message: error }]} />}
      {head ? <Ask {...props} head={head} /> : <EmptyState title={t('log.check.empty')} />}
      <Section title={t('log.check.earlier')}>
        {checks.length === 0 ? (
          <Muted>{t('log.check.none')}</Muted>
        ) : (
          <Table
            reader={reader}
            caption={t('log.check.earlier')}
            dense
            columns={columnsOf(props)}
            rows={checks}
          />
        )}
      </Section>
      {log.canExport && (
        <Section title={t('log.check.offline')}>
          <p>{t('log.check.offline.text')}</p>
        </Section>
      )}
    </LogFrame>
  )
}

function Ask({
  frame,
  log,
  paths,
  head,
  kept,
  error,
}: ChecksProps & { head: NonNullable<ChecksProps['head']> }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <>
      <Card title={t('log.check.now')}>
        <Code label={t('log.check.copy')}>{headLine(log, head)}</Code>
        <Muted>{t('log.check.copy.help')}</Muted>
      </Card>
      <Form action={paths.checks}>
        <Field
          reader={reader}
          name="kept"
          label={t('log.check.kept')}
          help={t('log.check.kept.help')}
          value={kept}
          error={error}
        />
        <FormActions>
          <SubmitButton>{t('log.check.start')}</SubmitButton>
        </FormActions>
      </Form>
    </>
  )
}

/** The end of a log as one line, as it is kept elsewhere. */
export function headLine({ seen }: Pick<Readable, 'seen'>, head: { seq: number; hash: string }): string {
  return `${seen?.account.identifier ?? 'installation'} ${head.seq} ${head.hash}`
}

function columnsOf({ frame, paths }: ChecksProps): Column<Check>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    {
      label: t('log.check.when'),
      heads: true,
      cell: ({ id, startedAt }) => (
        <Link href={paths.check(id)}>
          <Time reader={reader} at={startedAt} as="dateTime" />
        </Link>
      ),
    },
    { label: t('log.check.by'), cell: ({ by }) => <bdi>{nameIn(reader, by)}</bdi> },
    { label: t('log.check.result'), cell: (check) => shortly(reader, check) },
  ]
}

function shortly(reader: Reader, { walk, aim, endedAt }: Check): string {
  const t = words.for(reader)
  const n = walk.events
  if (!endedAt) return t('log.check.short.going', { n })
  return t(flawsInAll(walk, aim).length === 0 ? 'log.check.short.whole' : 'log.check.short.broken', { n })
}
