import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { carriedOutCsvPath, carryOutPath, chosenUsersPath, userPath } from '../../paths/members.ts'
import {
  Cluster,
  type Column,
  FilterLinks,
  Form,
  FormActions,
  type Frame,
  Id,
  Link,
  LinkButton,
  Muted,
  Notice,
  Pager,
  Stack,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Selection } from '../selections.store.ts'
import { type ActShown, type Line, sayHeldIn, sayOutcome, sayWill } from './line.ts'
import { countsOf, stageOf } from './stages.ts'

/** What the page of several users shows, once it is known what is to happen to them. */
export type SelectionPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly selection: Selection
  readonly shown: ActShown
  /** The name of the tag that it is about. */
  readonly tag: string
  readonly lines: readonly Line[]
  readonly onlyLeft: boolean
  /** Where the next page begins, when there is one. */
  readonly next: number | undefined
}

/** What becomes of each of several users, before anything is done; then how far it is, and what became of each. */
export function SelectionPage(props: SelectionPageProps) {
  const { frame, seen, selection } = props
  const { reader } = frame
  const stage = stageOf(selection)
  const title = titleOf(props)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={leadOf(props)}
      under={[{ label: title }]}
      live={stage === 'plan' ? undefined : [`account:${seen.account.id}`]}
      actions={stage === 'done' ? <Afterwards {...props} /> : undefined}
    >
      {stage === 'work' && <Progress {...props} />}
      {stage === 'plan' && <Press {...props} />}
      <Shown {...props} />
      <Table reader={reader} caption={title} dense columns={columnsOf(props)} rows={props.lines} />
      <Pager
        reader={reader}
        next={props.next === undefined ? undefined : pathOf(props, { from: String(props.next) })}
      />
    </AccountFrame>
  )
}

function pathOf(
  { seen, selection, onlyLeft }: SelectionPageProps,
  change: Record<string, string | undefined>,
) {
  const path = chosenUsersPath.to(seen.account.identifier, selection.id)
  return withQuery(path, { show: onlyLeft ? 'left' : undefined, ...change })
}

function titleOf({ frame, seen, selection, shown: { act }, tag }: SelectionPageProps): string {
  const t = words.for(frame.reader)
  const stage = stageOf(selection)
  if (stage === 'work') return t('work.title', { n: selection.people.length })
  if (stage === 'done') return t('result.title', { n: countsOf(selection.items).done })
  if (act.kind === 'REMOVE') return t('plan.title.REMOVE', { account: seen.account.name })
  if (act.kind === 'TAG' || act.kind === 'UNTAG') return t(`plan.title.${act.kind}`, { tag })
  return t(`plan.title.${act.kind}`)
}

function leadOf({ frame, selection, shown: { act } }: SelectionPageProps): string {
  const t = words.for(frame.reader)
  const stage = stageOf(selection)
  if (stage === 'work') return t('work.lead')
  if (stage === 'plan') return t('plan.lead')
  const { left, done } = countsOf(selection.items)
  const isTag = act.kind === 'TAG' || act.kind === 'UNTAG'
  const told = done === 0 ? [] : [isTag ? t('result.lead-tags') : t('result.lead')]
  return [...told, ...(left > 0 ? [t('result.left', { n: left })] : [])].join(' ')
}

function Afterwards({ frame, seen, selection }: SelectionPageProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  return (
    <>
      <LinkButton href={accountUsersPath.to(identifier)}>{t('result.users')}</LinkButton>
      <LinkButton
        variant="quiet"
        icon="download"
        download
        href={carriedOutCsvPath.to(identifier, selection.id)}
      >
        {t('result.csv')}
      </LinkButton>
    </>
  )
}

function Press(props: SelectionPageProps) {
  const { frame, seen, selection, shown } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const { planned, left } = countsOf(selection.items)
  const other = pathOf(props, { show: undefined, other: '' })
  if (planned === 0)
    return (
      <Notice
        kind="warning"
        still
        actions={
          <LinkButton small href={other}>
            {t('plan.other')}
          </LinkButton>
        }
      >
        {t('plan.nothing')}
      </Notice>
    )
  return (
    <>
      <ul>
        <li>{t('plan.counts', { n: planned })}</li>
        {left > 0 && <li>{t('plan.left', { n: left })}</li>}
      </ul>
      <Form action={carryOutPath.to(identifier, selection.id)}>
        <FormActions>
          <SubmitButton variant={shown.act.kind === 'REMOVE' ? 'danger' : 'primary'}>
            {t(`plan.press.${shown.act.kind}`, { n: planned })}
          </SubmitButton>
          <LinkButton href={other}>{t('plan.other')}</LinkButton>
          <LinkButton variant="quiet" href={accountUsersPath.to(identifier)}>
            {t('choose.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}

function Progress(props: SelectionPageProps) {
  const t = words.for(props.frame.reader)
  const { all, planned, left, done } = countsOf(props.selection.items)
  const settled = done + left - (all - planned)
  return (
    <>
      <p class="progress">
        <progress max={planned} value={settled} aria-label={t('work.label')}></progress>
        <span>{t('work.progress', { done: settled, total: planned })}</span>
      </p>
      <p>
        <LinkButton small href={pathOf(props, {})}>
          {t('work.look')}
        </LinkButton>
      </p>
    </>
  )
}

function Shown(props: SelectionPageProps) {
  const { frame, selection, onlyLeft } = props
  const t = words.for(frame.reader)
  const { all, left } = countsOf(selection.items)
  if (!onlyLeft && (left === 0 || left === all || all < 5)) return null
  const same = { label: t('show.label') }
  return (
    <FilterLinks
      {...same}
      items={[
        { label: t('show.all'), href: pathOf(props, { show: undefined }), current: !onlyLeft, count: all },
        { label: t('show.left'), href: pathOf(props, { show: 'left' }), current: onlyLeft, count: left },
      ]}
    />
  )
}

function columnsOf(props: SelectionPageProps): Column<Line>[] {
  const { frame, selection } = props
  const t = words.for(frame.reader)
  const isPlan = stageOf(selection) === 'plan'
  return [
    { label: t('line.person'), heads: true, cell: (line) => <Who {...props} line={line} /> },
    {
      label: isPlan ? t('line.now') : t('line.was'),
      cell: (line) => <HeldLines {...props} line={line} />,
    },
    {
      label: isPlan ? t('line.becomes') : t('line.result'),
      cell: (line) => <Becomes {...props} line={line} />,
    },
  ]
}

type LineProps = SelectionPageProps & { readonly line: Line }

function Who({ frame, seen, line: { person } }: LineProps) {
  if (!person) return <Muted>{words.for(frame.reader)('line.gone')}</Muted>
  return (
    <>
      <Cluster>
        {person.isInSight ? (
          <Link href={userPath.to(seen.account.identifier, person.personId)}>{person.name}</Link>
        ) : (
          person.name
        )}
      </Cluster>
      <p class="muted">
        <Id value={person.address} />
      </p>
    </>
  )
}

const mostShown = 4

function HeldLines({ frame, seen, line }: LineProps) {
  const { reader } = frame
  const t = words.for(reader)
  const held = sayHeldIn({ reader, seen }, line)
  if (held.length === 0) return <span class="muted">–</span>
  return (
    <Stack tight>
      {held.slice(0, mostShown).map((one) => (
        <p>{one}</p>
      ))}
      {held.length > mostShown && <p class="muted">{t('choose.more', { n: held.length - mostShown })}</p>}
    </Stack>
  )
}

function Becomes({ frame, seen, selection, shown, line }: LineProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (stageOf(selection) === 'plan') {
    const { problem } = line.item
    return problem === null ? (
      <span>{sayWill({ reader, seen }, line, shown)}</span>
    ) : (
      <span class="field-error">{t(`problem.${problem}`)}</span>
    )
  }
  const { result, why } = sayOutcome(reader, line)
  if (why !== '') return <span class="field-error">{why}</span>
  return (
    <>
      <span>{result}</span>
      {line.item.outcome === 'DONE' && <p class="muted">{sayWill({ reader, seen }, line, shown)}</p>}
    </>
  )
}
