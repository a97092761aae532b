import { html } from '../../platform/http/index.ts'
import { bookOf } from '../../rules/index.ts'
import { type Here, ofRules } from './here.route.ts'
import { RulesPage, type RulesPageProps } from './rules.page.tsx'

/** The list of rules, as it is now; with why a change was not made. */
export async function showList(
  here: Here,
  more: Pick<RulesPageProps, 'flash' | 'refused' | 'typed'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const book = await bookOf(here.platform.db, here.seen.account.id)
  return html(here.c, <RulesPage {...ofRules(here)} book={book} {...more} />, status)
}
