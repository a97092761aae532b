import { expect } from 'vitest'
import { placeId } from './acts.ts'
import type { Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** The users of ACME. */
export const users = '/accounts/acme.example/users'

/** What somebody holds in ACME now. */
export function grantsOf(here: World, address: string) {
  return here.owner<{ id: string; role: string; place: string | null; source: string; ends: string | null }>(
    `select g.id, g.role, v.name as place, g.source, g.ends_at::text as ends from grants g
     join accounts a on a.id = g.account_id and a.identifier = 'acme.example' join people p on p.id = g.person_id
     left join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
     where p.address = $1 and g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now())
     order by g.role, v.name`,
    [address],
  )
}

/** The same in short: the role, and the virtual account where it has one. */
export async function rolesOf(here: World, address: string): Promise<string[]> {
  return (await grantsOf(here, address)).map(({ role, place }) =>
    place === null ? role : `${role} ${place}`,
  )
}

/** Whom somebody adds to ACME, with which role. */
export type Adding = {
  readonly addresses: string
  readonly role: string
  /** Names of virtual accounts. */
  readonly places?: readonly string[]
}

/** Types into the form; gives the page that shows what becomes of each line. */
export async function looksOver(here: World, by: Visitor, adding: Adding): Promise<string> {
  const { addresses, role, places = [] } = adding
  const place: string[] = []
  for (const name of places) place.push(await placeId(here, 'acme.example', name))
  const answer = await by.post(`${users}/add`, { addresses, role, place, ends: '', endsTime: '' })
  expect(answer.status).toBe(303)
  return answer.location ?? ''
}

/** Adds people, and gives the page that says what became of each. */
export async function adds(here: World, by: Visitor, adding: Adding): Promise<string> {
  const path = await looksOver(here, by, adding)
  expect((await by.post(path)).location).toBe(path)
  await here.settle()
  return (await by.get(path)).text
}

/** The subjects of all mails to an address. */
export function subjectsTo(here: World, address: string) {
  return here.mails.to(address).map(({ subject }) => subject)
}
