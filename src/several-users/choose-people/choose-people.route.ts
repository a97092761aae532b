import { Hono } from 'hono'
import { z } from 'zod'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId, type PersonId } from '../../kernel/id.ts'
import { filterOf, mostChosen, narrowingOf, placesSeen, usersOf } from '../../members/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { chosenUsersPath, severalUsersPath } from '../../paths/members.ts'
import type { Viewer } from '../../people/index.ts'
import { type Ctx, type Env, MalformedForm, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { chosenPeople } from '../chosen.query.ts'
import { changingSeveral } from '../seeing.ts'
import { keepSelection } from '../selections.store.ts'

const form = z.strictObject({
  user: z.array(z.string().refine(isId)).max(mostChosen),
  who: z.enum(['ticked', 'all']).default('ticked'),
})

/** Choosing several people in the list of users: those who were ticked, or all whom its filter shows. */
export function choosePeopleRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .get(
      severalUsersPath.pattern,
      changingSeveral(platform, (c, _, seen) => seeOther(c, accountUsersPath.to(seen.account.identifier))),
    )
    .post(
      severalUsersPath.pattern,
      changingSeveral(platform, (c, viewer, seen) => choose(c, platform, viewer, seen)),
    )
}

async function choose(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const read = readForm(c, form, ['user'])
  if (!read.ok) throw new MalformedForm('people')
  const { who, user } = read.value
  const people = who === 'all' ? await allThatMatch(c, platform, seen) : await inSight(platform, seen, user)
  const { identifier } = seen.account
  const search = Object.fromEntries(new URL(c.req.url).searchParams)
  if (people.length === 0 || people.length > mostChosen) {
    const chosen = people.length === 0 ? 'none' : 'too-many'
    return seeOther(c, withQuery(accountUsersPath.to(identifier), { ...search, chosen }))
  }
  const id = await keepSelection(platform.db, viewer.personId, { accountId: seen.account.id, people })
  return seeOther(c, chosenUsersPath.to(identifier, id))
}

async function allThatMatch(c: Ctx, { db }: Platform, seen: SeenAccount): Promise<PersonId[]> {
  const filter = filterOf(seen, narrowingOf(c, seen))
  const rows = await usersOf(db, { ...filter, after: null, limit: mostChosen + 1 })
  return rows.map(({ personId }) => personId)
}

// Whoever is not seen in the list is not chosen from it.
async function inSight({ db }: Platform, seen: SeenAccount, ids: readonly string[]): Promise<PersonId[]> {
  const within = placesSeen(seen)
  const people = [...new Set(ids)] as PersonId[]
  const asked = { accountId: seen.account.id, people, within, tagging: within }
  const rows = await chosenPeople(db, asked)
  return rows.filter((row) => row.isInSight).map(({ personId }) => personId)
}
