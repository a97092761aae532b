import { requestPath } from '../../paths/access-requests.ts'
import type { Typed } from '../../platform/http/index.ts'
import type { Change } from '../../rules/domain/change.ts'
import { mostRehearsed, type Replayed, rehearsedDays } from '../../rules/domain/rehearse.ts'
import { listOf, type RuleBook } from '../../rules/domain/rule.ts'
import { ruleWords as words, sayRule, type StoredBook } from '../../rules/index.ts'
import {
  Button,
  Change as Became,
  Cluster,
  type Column,
  Form,
  FormActions,
  Hidden,
  Link,
  LinkButton,
  Muted,
  Notice,
  Section,
  Stack,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { accountRulesPath } from '../../paths/accounts.ts'
import { sayAsk } from '../asked.ts'
import { namesIn, sayGiven } from '../decide/sayings.ts'
import { fullName } from '../profile.ts'
import { type OfRules, RulesFrame } from './frame.page.tsx'
import type { PastRequest } from './past.query.ts'
import type { Rehearsed } from './rehearse.ts'

/** How many requests one part of the list shows. */
export const rowsAtATime = 20

/** What a rehearsal shows, and what is sent on to save it. */
export type RehearsalPageProps = OfRules & {
  readonly books: { readonly now: StoredBook; readonly after: RuleBook }
  readonly change: Change
  readonly rehearsed: Rehearsed
  /** Where its form goes, and everything that was typed. */
  readonly action: string
  readonly typed: Typed
  /** The first of the requests that are listed. */
  readonly from: number
  /** There is a form to go back to. */
  readonly hasForm: boolean
}

/** What a change of the rules would do, replayed on the requests of the last months; nothing is saved yet. */
export function RehearsalPage(props: RehearsalPageProps) {
  const { frame, rehearsed, seen } = props
  const t = words.for(frame.reader)
  const { replayed, isCut } = rehearsed
  return (
    <RulesFrame
      {...props}
      current="rules"
      title={t('rehearsal.title')}
      under={t('rehearsal.title')}
      lead={t('rehearsal.lead', { n: replayed, days: rehearsedDays })}
    >
      <Form action={props.action} wide>
        {hiddenFields(props.typed)}
        <Stack>
          <Became reader={frame.reader} {...said(props)} />
          {isCut && <Muted>{t('rehearsal.cut', { n: mostRehearsed })}</Muted>}
          {replayed > 0 && <Tallies {...props} />}
          <Lists {...props} />
        </Stack>
        <FormActions>
          <SubmitButton name="step" value="save">
            {t('rehearsal.save')}
          </SubmitButton>
          {props.hasForm ? (
            <Button variant="quiet" name="step" value="back">
              {t('rehearsal.back')}
            </Button>
          ) : (
            <LinkButton variant="quiet" href={accountRulesPath.to(seen.account.identifier)}>
              {t('form.cancel')}
            </LinkButton>
          )}
        </FormActions>
        <Muted>{t('rehearsal.told')}</Muted>
      </Form>
    </RulesFrame>
  )
}

/** What to look at before saving: what would be stranded, and where people had decided otherwise. */
function Lists(props: RehearsalPageProps) {
  const t = words.for(props.frame.reader)
  const { replayed, changed, otherwise, stranded } = props.rehearsed
  return (
    <>
      {stranded.length > 0 && (
        <Notice kind="warning" still title={t('rehearsal.stranded')}>
          {t('rehearsal.stranded-lead')}
        </Notice>
      )}
      {stranded.length > 0 && <Listed {...props} rows={stranded} title={t('rehearsal.stranded')} />}
      {replayed > 0 && (
        <Section
          title={t('rehearsal.changed')}
          count={changed.length}
          lead={changed.length > 0 ? undefined : t('rehearsal.changed-none')}
        >
          {changed.length > 0 && <Listed {...props} rows={changed} title={t('rehearsal.changed')} />}
        </Section>
      )}
      {replayed > 0 && (
        <Section
          title={t('rehearsal.otherwise')}
          count={otherwise.length}
          lead={t(otherwise.length > 0 ? 'rehearsal.otherwise-lead' : 'rehearsal.otherwise-none')}
        >
          {otherwise.length > 0 && <Listed {...props} rows={otherwise} title={t('rehearsal.otherwise')} />}
        </Section>
      )}
    </>
  )
}

function hiddenFields(typed: Typed) {
  return Object.entries(typed)
    .filter(([name]) => name !== 'step')
    .flatMap(([name, value]) => [value].flat().map((one) => <Hidden name={name} value={one} />))
}

function said({ frame, seen, books, change }: RehearsalPageProps): { now: string; after: string } {
  const { reader } = frame
  const t = words.for(reader)
  const say = (book: RuleBook) => {
    const rule = book.rules.find(({ id }) => id === change.id)
    return rule && sayRule(reader, rule, { ...seen.tree, ownRoles: books.now.ownRoles })
  }
  const now = say(books.now) ?? t('rehearsal.not-yet')
  const after = say(books.after) ?? t('rehearsal.removed')
  if (change.kind === 'SWITCH') {
    const on = t('rehearsal.on', { rule: now })
    return change.on ? { now: t('rehearsal.off'), after: on } : { now: on, after: t('rehearsal.off') }
  }
  if (change.kind !== 'MOVE') return { now, after }
  const [from, to] = [numberIn(books.now, change), numberIn(books.after, change)]
  return { now: `${from}. ${now}`, after: t('rehearsal.place', { from, to }) }
}

function numberIn(book: RuleBook, { id }: Change): number {
  const rule = book.rules.find((one) => one.id === id)
  return rule ? listOf(book, rule.place).indexOf(rule) + 1 : 0
}

function Tallies({ frame, rehearsed }: RehearsalPageProps) {
  const t = words.for(frame.reader)
  const { now, after } = rehearsed
  const rows = (['approved', 'declined', 'left'] as const).map((what) => ({
    what,
    now: now[what],
    after: after[what],
  }))
  return (
    <Section title={t('rehearsal.tally')}>
      <Table
        reader={frame.reader}
        caption={t('rehearsal.tally')}
        dense
        columns={[
          { label: t('rehearsal.outcome'), heads: true, cell: ({ what }) => t(`rehearsal.${what}`) },
          { label: t('rehearsal.now'), numeric: true, cell: (row) => String(row.now) },
          { label: t('rehearsal.after'), numeric: true, cell: (row) => String(row.after) },
        ]}
        rows={rows}
      />
    </Section>
  )
}

function Listed(props: RehearsalPageProps & { rows: readonly Replayed<PastRequest>[]; title: string }) {
  const { frame, rows, title, from } = props
  const t = words.for(frame.reader)
  const first = from < rows.length ? from : 0
  const shown = rows.slice(first, first + rowsAtATime)
  const next = first + rowsAtATime
  const isPart = rows.length > rowsAtATime
  return (
    <>
      <Table reader={frame.reader} caption={title} columns={columnsOf(props)} rows={shown} />
      {isPart && (
        <Cluster>
          <Muted>
            {t('rehearsal.part', { from: first + 1, to: Math.min(next, rows.length), n: rows.length })}
          </Muted>
          {next < rows.length && (
            <Button small name="step" value={`from-${next}`}>
              {t('rehearsal.older')}
            </Button>
          )}
        </Cluster>
      )}
    </>
  )
}

function columnsOf({ frame, seen }: RehearsalPageProps): Column<Replayed<PastRequest>>[] {
  const { reader } = frame
  const t = words.for(reader)
  const names = namesIn(seen.tree)
  return [
    {
      label: t('rehearsal.request'),
      heads: true,
      fit: true,
      cell: ({ kept }) => <Link href={requestPath.to(kept.id)}>{kept.reference}</Link>,
    },
    { label: t('rehearsal.who'), cell: ({ kept }) => fullName({ ...noProfile, ...kept.profile }) },
    { label: t('rehearsal.asked'), cell: ({ kept }) => sayAsk(reader, kept.ask, names) },
    {
      label: t('rehearsal.people'),
      cell: ({ byPeople }) => {
        if (byPeople === null) return t('rehearsal.people.none')
        if (byPeople.kind === 'DECLINED') return t('rehearsal.people.DECLINED')
        return t('rehearsal.people.APPROVED', { given: sayGiven(reader, byPeople.given, seen.tree) })
      },
    },
    {
      label: t('rehearsal.rules'),
      cell: ({ verdict }) =>
        verdict.kind === 'APPROVE'
          ? t('rehearsal.rules.APPROVE', { given: sayGiven(reader, verdict.given, seen.tree) })
          : t(`rehearsal.rules.${verdict.kind}`),
    },
  ]
}

// Of somebody who was erased nothing is left.
const noProfile = { firstName: '', lastName: '', email: '–' }
