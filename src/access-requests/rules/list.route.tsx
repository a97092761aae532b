import { html } from '../../platform/http/index.ts'
import { bookOf, nameableGroups, type StoredBook } from '../../rules/index.ts'
import { type Here, ofRules } from './here.route.ts'
import { RulesPage, type RulesPageProps } from './rules.page.tsx'

/** The list of rules, as it is now; with why a change was not made. */
export async function showList(
  here: Here,
  more: Pick<RulesPageProps, 'flash' | 'refused' | 'typed'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const book = await bookOf(here.platform.db, here.seen.account.id)
  const closed = await closedAmong(here, book)
  return html(here.c, <RulesPage {...ofRules(here)} book={book} closedGroups={closed} {...more} />, status)
}

// What is named and is open no more; nothing is asked where no rule names a user group.
async function closedAmong({ platform, seen }: Here, { rules }: StoredBook): Promise<ReadonlySet<string>> {
  const named = rules.flatMap(({ conditions: { who } }) => (who.kind === 'GROUPS' ? who.groups : []))
  const ids = named.map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const open = await nameableGroups(platform.db, seen.account.id, { most: 0, ids })
  return new Set(ids.filter((id) => !open.some((one) => one.id === id)))
}
