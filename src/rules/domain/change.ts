import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { type Draft, listOf, type Rule, type RuleBook, type RuleId } from './rule.ts'

/** One change of the rules. */
export type Change =
  | {
      readonly kind: 'ADD'
      readonly id: RuleId
      readonly place: VirtualAccountId | null
      readonly draft: Draft
    }
  | { readonly kind: 'WRITE'; readonly id: RuleId; readonly draft: Draft }
  | { readonly kind: 'SWITCH'; readonly id: RuleId; readonly on: boolean }
  | { readonly kind: 'MOVE'; readonly id: RuleId; readonly up: boolean }
  | { readonly kind: 'REMOVE'; readonly id: RuleId }

/** The list that a change is about; undefined when its rule is gone. */
export function placeOf(book: RuleBook, change: Change): VirtualAccountId | null | undefined {
  if (change.kind === 'ADD') return change.place
  return book.rules.find(({ id }) => id === change.id)?.place
}

/** The rules after a change; undefined when its rule is gone, or there is nowhere to move it. */
export function changed(book: RuleBook, change: Change, by: PersonId): RuleBook | undefined {
  const rules = rulesAfter(book, change, by)
  return rules && { ...book, version: book.version + 1, changedBy: by, rules }
}

function rulesAfter(book: RuleBook, change: Change, by: PersonId): readonly Rule[] | undefined {
  if (change.kind === 'ADD') {
    const { id, place, draft } = change
    return [...book.rules, { ...draft, id, place, version: 1, enabled: true, changedBy: by }]
  }
  const rule = book.rules.find(({ id }) => id === change.id)
  if (!rule) return undefined
  if (change.kind === 'REMOVE') return book.rules.filter((one) => one !== rule)
  if (change.kind === 'MOVE') return moved(book, rule, change.up, by)
  const next = change.kind === 'WRITE' ? { ...rule, ...change.draft } : { ...rule, enabled: change.on }
  return book.rules.map((one) => (one === rule ? touched(next, by) : one))
}

// Both rules that change their places are written by this: what each of them decides depends on which comes first.
function moved(book: RuleBook, rule: Rule, up: boolean, by: PersonId): readonly Rule[] | undefined {
  const list = listOf(book, rule.place)
  const other = list[list.indexOf(rule) + (up ? -1 : 1)]
  if (!other) return undefined
  return book.rules.map((one) =>
    one === rule ? touched(other, by) : one === other ? touched(rule, by) : one,
  )
}

function touched(rule: Rule, by: PersonId): Rule {
  return { ...rule, version: rule.version + 1, changedBy: by }
}
