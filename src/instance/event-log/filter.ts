import { isId } from '../../kernel/id.ts'
import { type Kind, kinds } from './kinds.ts'

/** What somebody chose to see of a log, as it stands in the address of the page. */
export type Chosen = {
  readonly kind: Kind | null
  /** The ids of somebody and of something. */
  readonly who: string
  readonly object: string
  readonly from: string
  readonly to: string
}

/** What somebody typed to find a person or a thing, which is not yet known by its id. */
export type Looked = { readonly person: string; readonly about: string }

const longest = 100

type Query = (name: string) => string | undefined

/** Reads the choice out of an address; what makes no sense counts as not chosen. */
export function readChosen(query: Query): Chosen {
  const kind = query('kind') ?? ''
  return {
    kind: Object.hasOwn(kinds, kind) ? (kind as Kind) : null,
    who: idIn(query('who')),
    object: idIn(query('object')),
    from: dayIn(query('from')),
    to: dayIn(query('to')),
  }
}

/** Reads what was typed to find a person or a thing. */
export function readLooked(query: Query): Looked {
  const text = (name: string) =>
    (query(name) ?? '').slice(0, longest).replaceAll('\u0000', '').replace(/\s+/g, ' ').trim()
  return { person: text('person'), about: text('about') }
}

function idIn(text = ''): string {
  return isId(text) ? text : ''
}

function dayIn(text = ''): string {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return ''
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : ''
}

/** Whether anything was chosen. */
export function isChosen({ kind, who, object, from, to }: Chosen): boolean {
  return kind !== null || who !== '' || object !== '' || from !== '' || to !== ''
}

/** A choice as the parts of an address. */
export function queryOf({ kind, who, object, from, to }: Chosen): Record<string, string | undefined> {
  return { kind: kind ?? undefined, who, object, from, to }
}
