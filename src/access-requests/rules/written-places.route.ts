import { placesNamed, type SeenAccount } from '../../accounts/index.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { ownPlaces } from './frame.page.tsx'
import type { Here } from './here.route.ts'
import type { Sent } from './rule.form.ts'

/** The virtual accounts that somebody wrote, of those whose rules they change; and the lines that name none. */
export function ownNamed(seen: SeenAccount, text: string) {
  const own = new Set(ownPlaces(seen).map(({ id }) => id))
  return placesNamed(seen.tree, text, (id) => own.has(id))
}

/** What a form sent, with the virtual accounts that were written among those ticked; and what names none, by field. */
export function withNamed({ seen }: Pick<Here, 'seen'>, sent: Sent) {
  const named = (text: string) => ownNamed(seen, text)
  const [where, give] = [named(sent.whereNames), named(sent.giveNames)]
  const whose = sent.place === '' || isId(sent.place) ? undefined : named(sent.place)
  const place =
    sent.place === '' ? null : ((whose ? whose.ids[0] : sent.place) as VirtualAccountId | undefined)
  const unknown = {
    ...(place === undefined ? { place: [sent.place] } : {}),
    ...(where.unknown.length > 0 ? { whereNames: where.unknown } : {}),
    ...(give.unknown.length > 0 ? { giveNames: give.unknown } : {}),
  }
  const value = {
    ...sent,
    whereId: [...sent.whereId, ...where.ids],
    giveId: [...sent.giveId, ...give.ids],
  }
  return { value, place: place ?? null, unknown: unknown as Readonly<Record<string, readonly string[]>> }
}
