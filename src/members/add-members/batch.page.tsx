import { AccountFrame, sayRole, type SeenAccount } from '../../accounts/index.ts'
import { readChoice } from '../../accounts/domain/roles.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { addUsersBatchPath, addUsersPath } from '../../paths/members.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Column,
  FilterLinks,
  Form,
  FormActions,
  type Frame,
  Id,
  LinkButton,
  Muted,
  Notice,
  Pager,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import type { LineProblem, Plan } from '../domain/adding.ts'
import { words } from '../messages/index.ts'
import { sayGiven } from '../say.ts'
import type { AddOutcome } from './add-members.ts'
import type { Batch, BatchLine } from './batches.store.ts'

/** A line as it is shown: before it is done with its plan, afterwards with what became of it. */
export type ShownLine = {
  readonly line: BatchLine
  readonly plan: Plan
  /** What it gives; null for a line that cannot be read. */
  readonly given: Given | null
  /** What the person holds in this account, in words; empty when that is nothing. */
  readonly holds: readonly string[]
}

/** What the page about many people at once shows. */
export type BatchPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly batch: Batch
  readonly lines: readonly ShownLine[]
  /** How many lines come to what. */
  readonly counts: ReadonlyMap<string, number>
  readonly onlyProblems: boolean
  readonly next: string | undefined
  /** Why nothing was done, in words. */
  readonly problem?: string | undefined
}

/** What becomes of each line, before anything is done; then how far it is, and what became of each. */
export function BatchPage(props: BatchPageProps) {
  const { frame, seen, batch } = props
  const { reader } = frame
  const t = words.for(reader)
  const stage = stageOf(batch)
  const left = stage === 'done' ? (props.counts.get('PROBLEM') ?? 0) : 0
  const title = t(`batch.title.${stage}`, { n: batch.lines - left })
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={
        <>
          {t(`batch.lead.${stage}`)}
          {left > 0 && ` ${t('batch.left-out', { n: left })}`}
        </>
      }
      under={[{ label: t('add.title'), href: addUsersPath.to(seen.account.identifier) }, { label: title }]}
      live={stage === 'open' ? undefined : [`account:${seen.account.id}`]}
    >
      {props.problem !== undefined && (
        <Notice kind="danger" title={t('batch.refused')}>
          {props.problem}
        </Notice>
      )}
      {stage === 'work' && <Progress {...props} />}
      <Counts {...props} />
      {stage === 'open' && <Confirm {...props} />}
      <Filter {...props} />
      <Table reader={reader} caption={title} dense columns={columnsOf(props)} rows={props.lines} />
      <Pager reader={reader} next={props.next} />
      {stage === 'done' && (
        <p>
          <LinkButton href={accountUsersPath.to(seen.account.identifier)}>{t('batch.to-users')}</LinkButton>
        </p>
      )}
    </AccountFrame>
  )
}

function stageOf({ confirmedAt, finishedAt }: Batch): 'open' | 'work' | 'done' {
  if (confirmedAt === null) return 'open'
  return finishedAt === null ? 'work' : 'done'
}

const counted = ['GIVE', 'INVITE', 'PROPOSE', 'NOTHING', 'PROBLEM'] as const

function Counts({ frame, batch, counts }: BatchPageProps) {
  const t = words.for(frame.reader)
  if (batch.confirmedAt !== null) return null
  return (
    <ul>
      {counted
        .filter((kind) => (counts.get(kind) ?? 0) > 0)
        .map((kind) => (
          <li>{t(`batch.counts.${kind}`, { n: counts.get(kind) ?? 0 })}</li>
        ))}
    </ul>
  )
}

function Confirm({ frame, seen, batch, counts }: BatchPageProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const n = ['GIVE', 'INVITE', 'PROPOSE'].reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
  if (n === 0)
    return (
      <Notice
        kind="warning"
        still
        actions={
          <LinkButton small href={addUsersPath.to(identifier)}>
            {t('batch.again')}
          </LinkButton>
        }
      >
        {t('batch.nothing-to-do')}
      </Notice>
    )
  return (
    <Form action={addUsersBatchPath.to(identifier, batch.id)}>
      <FormActions>
        <SubmitButton>{t('batch.confirm', { n })}</SubmitButton>
        <LinkButton variant="quiet" href={addUsersPath.to(identifier)}>
          {t('add.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Progress({ frame, seen, batch }: BatchPageProps) {
  const t = words.for(frame.reader)
  return (
    <Notice
      kind="info"
      title={t('batch.progress', { done: batch.done, lines: batch.lines })}
      actions={
        <LinkButton small href={addUsersBatchPath.to(seen.account.identifier, batch.id)}>
          {t('batch.look')}
        </LinkButton>
      }
    />
  )
}

function Filter({ frame, seen, batch, counts, onlyProblems }: BatchPageProps) {
  const t = words.for(frame.reader)
  const problems = counts.get('PROBLEM') ?? 0
  if (problems === 0 || batch.lines < 5) return null
  const path = addUsersBatchPath.to(seen.account.identifier, batch.id)
  return (
    <FilterLinks
      label={t('batch.shows')}
      items={[
        { label: t('batch.all-lines'), href: path, current: !onlyProblems, count: batch.lines },
        {
          label: t('batch.only-problems'),
          href: withQuery(path, { show: 'problems' }),
          current: onlyProblems,
          count: problems,
        },
      ]}
    />
  )
}

function columnsOf(props: BatchPageProps): Column<ShownLine>[] {
  const { frame, seen, batch } = props
  const { reader } = frame
  const t = words.for(reader)
  return [
    { label: t('batch.line'), numeric: true, fit: true, cell: ({ line }) => String(line.line) },
    { label: t('batch.address'), heads: true, cell: ({ line }) => <Id value={line.address} /> },
    {
      label: t('batch.what'),
      cell: ({ given, line }) =>
        given ? (
          sayGiven(reader, given, seen.tree)
        ) : (
          <Muted>
            {[roleNamed(reader, line.role), nameless(line.place), line.ends].filter(Boolean).join(' · ')}
          </Muted>
        ),
    },
    ...(batch.confirmedAt === null
      ? [
          {
            label: t('batch.now'),
            cell: ({ holds }: ShownLine) =>
              holds.length === 0 ? (
                <span class="muted">{t('batch.nothing-held')}</span>
              ) : (
                <>
                  {holds.map((held) => (
                    <p>{held}</p>
                  ))}
                </>
              ),
          },
        ]
      : []),
    { label: t('batch.becomes'), cell: (shown) => <Becomes {...props} shown={shown} /> },
  ]
}

// Ids say nothing to people.
function nameless(place: string): string {
  return place
    .split(';')
    .filter((one) => !/^[0-9a-f-]{36}$/.test(one))
    .join('; ')
}

function Becomes({ frame, batch, shown }: BatchPageProps & { readonly shown: ShownLine }) {
  const t = words.for(frame.reader)
  const { plan, line } = shown
  if (batch.confirmedAt === null) {
    if (plan.kind === 'PROBLEM') return <Problem frame={frame} problem={plan.problem} />
    return <span class={changesNothing(plan) ? 'muted' : undefined}>{t(planned(plan))}</span>
  }
  const { outcome } = line
  if (outcome?.startsWith('PROBLEM:'))
    return <Problem frame={frame} problem={outcome.slice(8) as LineProblem} />
  const known = (outcome ?? 'OPEN') as Exclude<AddOutcome, `PROBLEM:${string}`> | 'OPEN'
  return <span>{t(`batch.outcome.${known}`)}</span>
}

// Whether it takes two is asked again when the invitation is accepted.
function planned(plan: Exclude<Plan, { kind: 'PROBLEM' }>) {
  return plan.kind === 'INVITE' && plan.needsTwo
    ? 'batch.plan.INVITE-two'
    : (`batch.plan.${plan.kind}` as const)
}

function changesNothing({ kind }: Plan): boolean {
  return kind === 'HELD' || kind === 'INVITED' || kind === 'PROPOSED'
}

function Problem({ frame, problem }: { readonly frame: Frame; readonly problem: LineProblem }) {
  return <span class="field-error">{words.for(frame.reader)(`batch.problem.${problem}`)}</span>
}

// A role of the account's own that is no longer as it was chosen has no name any more.
function roleNamed(reader: Reader, role: string): string {
  const choice = readChoice(role)
  return typeof choice === 'object' ? '' : choice === undefined ? role : sayRole(reader, choice)
}
