import { openItems, type Item, type Selection } from '../selections.store.ts'

/** How far a selection is: nothing said, planned, at work, done. */
export type Stage = 'choose' | 'plan' | 'work' | 'done'

/** How far it is. */
export function stageOf({ act, startedAt, items }: Selection): Stage {
  if (act === null) return 'choose'
  if (startedAt === null) return 'plan'
  return openItems(items).length > 0 ? 'work' : 'done'
}

/** Whether a line is left, or will be left, as it is. */
export function isLeft({ problem, outcome }: Item): boolean {
  return problem !== null || (outcome !== null && outcome !== 'DONE')
}

/** How many lines there are of each sort. */
export function countsOf(items: readonly Item[]) {
  const left = items.filter(isLeft).length
  const done = items.filter(({ outcome }) => outcome === 'DONE').length
  return { all: items.length, left, done, planned: items.filter(({ problem }) => problem === null).length }
}
