import { type NamedTree, placeName } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { changeRulesPath, manualOnlyPath, newRulePath, rulePath } from '../../paths/rules.ts'
import type { Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { givesOwn, listOf, type Rule, type RuleBook } from '../../rules/domain/rule.ts'
import { ruleWords as words, sayRule, type StoredBook } from '../../rules/index.ts'
import {
  Badge,
  Button,
  Checkboxes,
  type Column,
  EmptyState,
  type Flash,
  Fold,
  Form,
  FormActions,
  Hidden,
  LinkButton,
  Muted,
  Notice,
  Section,
  Stack,
  SubmitButton,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { changesAll, mostPlaces, type OfRules, ownPlaces, placeItems, RulesFrame } from './frame.page.tsx'

/** What the page of an account's rules shows. */
export type RulesPageProps = OfRules & {
  readonly book: StoredBook
  /** The user groups that rules name and that were closed since. */
  readonly closedGroups: ReadonlySet<string>
  readonly flash?: Flash | undefined
  /** Why a change was not made. */
  readonly refused?: string | undefined
  /** What was chosen for the lock and not saved. */
  readonly typed?: Typed | undefined
}

/** The rules of an account in the order in which they are asked, and where only people decide. */
export function RulesPage(props: RulesPageProps) {
  const { frame, seen, book, refused } = props
  const t = words.for(frame.reader)
  const lists = listsIn(props)
  const add = (
    <LinkButton variant="primary" icon="plus" href={newRulePath.to(seen.account.identifier)}>
      {t('rules.add')}
    </LinkButton>
  )
  return (
    <RulesFrame
      {...props}
      current="rules"
      title={t('rules.title')}
      lead={t('rules.lead')}
      actions={lists.length > 0 && add}
      failed={refused !== undefined}
    >
      <Stack>
        {refused !== undefined && (
          <Notice kind="warning" title={t('rules.problem')}>
            {refused}
          </Notice>
        )}
        {book.manualOnly.includes(null) && lists.length > 0 && (
          <Notice kind="info" still>
            {t('lock.on')}
          </Notice>
        )}
        {lists.length === 0 ? (
          <EmptyState icon="list-filter" title={t('rules.none')} action={add}>
            {t('rules.none-text')}
          </EmptyState>
        ) : (
          lists.map((place) => <List {...props} place={place} />)
        )}
        {lists.length > 0 && <Muted>{t('rules.own')}</Muted>}
        <Lock {...props} />
      </Stack>
    </RulesFrame>
  )
}

function listsIn({ seen, book }: RulesPageProps): readonly (VirtualAccountId | null)[] {
  const own = ownPlaces(seen).map(({ id }) => id)
  const all = changesAll(seen) ? [null, ...own] : own
  return all.filter((place) => listOf(book, place).length > 0)
}

function List(props: RulesPageProps & { place: VirtualAccountId | null }) {
  const { frame, seen, book, place } = props
  const t = words.for(frame.reader)
  const rules = listOf(book, place)
  const title =
    place === null ? t('rules.list.account') : t('rules.list.place', { place: placeName(seen.tree, place) })
  const only = listsIn(props).length === 1 && place === null
  return (
    <Section title={title} lead={only || place === null ? undefined : t('rules.list.place-lead')}>
      <Table reader={frame.reader} caption={title} columns={columnsOf(props, rules)} rows={rules} />
    </Section>
  )
}

function columnsOf(
  { frame, seen, book, closedGroups }: RulesPageProps,
  rules: readonly Rule[],
): Column<Rule>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    { label: t('rules.number'), fit: true, cell: (rule) => String(rules.indexOf(rule) + 1) },
    {
      label: t('rules.rule'),
      heads: true,
      cell: (rule) => <Saying {...{ reader, rule, book, closedGroups, tree: seen.tree }} />,
    },
    {
      label: t('rules.state'),
      fit: true,
      cell: ({ enabled }) => (
        <Badge tone={enabled ? 'green' : undefined}>{t(enabled ? 'rules.on' : 'rules.off')}</Badge>
      ),
    },
    {
      label: t('rules.actions'),
      actions: true,
      cell: (rule) => <Acts {...{ frame, seen, book, rule, rules }} />,
    },
  ]
}

type Said = Pick<RulesPageProps, 'book' | 'closedGroups'> & { reader: Reader; rule: Rule; tree: NamedTree }

// A rule that gives a role which nobody gives any more leaves its requests to people; nobody is in a closed group.
function Saying({ reader, rule, book, closedGroups, tree }: Said) {
  const t = words.for(reader)
  const { who } = rule.conditions
  const closed = who.kind === 'GROUPS' ? who.groups.filter(({ id }) => closedGroups.has(id)) : []
  const gone = book.ownRoles.find(({ id, isRetired }) => isRetired && givesOwn(rule, id))
  return (
    <>
      {sayRule(reader, rule, { ...tree, ownRoles: book.ownRoles })}
      {closed.map((group) => (
        <Muted>{t('rules.group-closed', { group: group.name })}</Muted>
      ))}
      {gone && <Muted>{t('rules.role-retired', { role: gone.name })}</Muted>}
    </>
  )
}

function Acts(props: OfRules & { book: RuleBook; rule: Rule; rules: readonly Rule[] }) {
  const { frame, seen, book, rule, rules } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const at = rules.indexOf(rule)
  const n = at + 1
  const press = (act: 'on' | 'off', label: string, name: string) => (
    <Button small variant="quiet" name="act" value={act} label={name}>
      {label}
    </Button>
  )
  const move = (act: 'up' | 'down', name: string) => (
    <Button small variant="quiet" name="act" value={act} label={name} icon={`arrow-${act}`} />
  )
  return (
    <Form action={changeRulesPath.to(identifier)} wide>
      <Hidden name="rule" value={rule.id} />
      <Hidden name="version" value={String(book.version)} />
      <div>
        {at > 0 && move('up', t('rules.up-of', { n }))}
        {n < rules.length && move('down', t('rules.down-of', { n }))}
        <LinkButton
          small
          variant="quiet"
          href={rulePath.to(identifier, rule.id)}
          label={t('rules.edit-of', { n })}
        >
          {t('rules.edit')}
        </LinkButton>
        {rule.enabled
          ? press('off', t('rules.switch-off'), t('rules.switch-off-of', { n }))
          : press('on', t('rules.switch-on'), t('rules.switch-on-of', { n }))}
      </div>
    </Form>
  )
}

/** The lock that beats every rule, for the account or for virtual accounts. */
function Lock(props: RulesPageProps) {
  const { frame, seen, book, typed } = props
  const { reader } = frame
  const t = words.for(reader)
  const chosen = typed ? [typed['locked'] ?? []].flat() : book.manualOnly.map((place) => place ?? 'whole')
  const places = placeItems(seen, chosen)
  const names = typed?.['names']
  return (
    <Fold summary={t('lock.title')} open={chosen.length > 0 || typed !== undefined}>
      <Form action={manualOnlyPath.to(seen.account.identifier)}>
        <Hidden name="version" value={String(book.version)} />
        <Checkboxes
          reader={reader}
          name="locked"
          label={t('lock.label')}
          help={t('lock.text')}
          required
          items={[...(changesAll(seen) ? [{ value: 'whole', label: t('lock.whole') }] : []), ...places]}
          values={chosen}
        />
        {ownPlaces(seen).length > mostPlaces && (
          <TextArea
            reader={reader}
            name="names"
            label={t('form.places-named')}
            help={t('form.places-named.help')}
            rows={3}
            spellcheck={false}
            value={typeof names === 'string' ? names : undefined}
          />
        )}
        <FormActions>
          <SubmitButton variant="secondary">{t('lock.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Fold>
  )
}
