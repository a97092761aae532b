import { accountWords, mostTicked, type NamedVirtualAccount, placeName } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Badge, Checkboxes, type Choice, Radios, Stack, TextArea } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Choices } from './choices.ts'
import type { DecisionView } from './decide.query.ts'
import type { Again } from './form-again.page.ts'
import { askedPlaces } from './sayings.ts'

/** What each group of an approval's choices is made from. */
export type ScopeGroup = { reader: Reader; view: DecisionView; again: Again; choices: Choices }

/** The whole account, or some of its virtual accounts; where there are very many, they are written by their names. */
export function ScopeChoice(group: ScopeGroup) {
  const { reader, view, again, choices } = group
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const { scope } = view.request.ask
  const named = scope.kind === 'UNSURE' ? scope.named : undefined
  const items: Choice[] = []
  if (choices.account) {
    items.push({
      value: 'ACCOUNT',
      label: (
        <Marked reader={reader} asked={scope.kind === 'ACCOUNT'}>
          {a('scope.ACCOUNT')}
        </Marked>
      ),
    })
  }
  if (choices.virtualAccounts.length > 0) {
    items.push({
      value: 'VIRTUAL',
      label: (
        <Marked reader={reader} asked={scope.kind === 'VIRTUAL'}>
          {a('scope.VIRTUAL')}
        </Marked>
      ),
      inside: choices.virtualAccounts.length > mostTicked ? <Written {...group} /> : <Ticked {...group} />,
    })
  }
  return (
    <Radios
      reader={reader}
      name="scope"
      label={t('approve.scope')}
      required
      help={named === undefined ? undefined : t('approve.named', { named })}
      items={items}
      value={again.value('scope')}
      error={again.error('scope')}
    />
  )
}

function Ticked({ reader, view, again, choices }: ScopeGroup) {
  const asked = new Set<string>(askedPlaces(view.request.ask.scope))
  return <Places {...{ reader, again }} items={branches(choices.virtualAccounts, { reader, asked })} />
}

// Of thousands, those that were asked for or ticked before stand there.
function Written({ reader, view, again, choices }: ScopeGroup) {
  const t = words.for(reader)
  const asked = new Set<string>(askedPlaces(view.request.ask.scope))
  const ticked = new Set(again.values('va'))
  const few = choices.virtualAccounts.filter(({ id }) => asked.has(id) || ticked.has(id))
  const items = few.map(({ id }) => ({
    value: id,
    label: (
      <Marked reader={reader} asked={asked.has(id)}>
        {placeName(view.tree, id)}
      </Marked>
    ),
  }))
  return (
    <Stack tight>
      {items.length > 0 && <Places {...{ reader, again, items }} />}
      <TextArea
        reader={reader}
        name="places"
        label={t(items.length > 0 ? 'places.further' : 'approve.va')}
        required
        help={t('places.written')}
        rows={3}
        spellcheck={false}
        value={again.value('places')}
        error={again.error('places') ?? (items.length > 0 ? undefined : again.error('va'))}
      />
    </Stack>
  )
}

function Places({ reader, again, items }: Pick<ScopeGroup, 'reader' | 'again'> & { items: Choice[] }) {
  return (
    <Checkboxes
      reader={reader}
      name="va"
      label={words.for(reader)('approve.va')}
      required
      values={again.values('va')}
      error={again.error('va')}
      items={items}
    />
  )
}

// A virtual account whose parent this approver cannot choose stands at the top.
function branches(
  all: readonly NamedVirtualAccount[],
  { reader, asked }: { readonly reader: Reader; readonly asked: ReadonlySet<string> },
): Choice[] {
  const known = new Set(all.map(({ id }) => id))
  const below = Map.groupBy(all, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null))
  const branch = (parent: VirtualAccountId | null): Choice[] =>
    (below.get(parent) ?? []).map(({ id, name }) => ({
      value: id,
      label: (
        <Marked reader={reader} asked={asked.has(id)}>
          {name}
        </Marked>
      ),
      children: branch(id),
    }))
  return branch(null)
}

/** Something to choose, with a mark when it is what was asked for. */
export function Marked({ reader, asked, children }: { reader: Reader; asked: boolean; children?: string }) {
  return (
    <>
      {children}
      {asked && (
        <>
          {' '}
          <Badge tone="accent">{words.for(reader)('approve.asked-for')}</Badge>
        </>
      )}
    </>
  )
}
