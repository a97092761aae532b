import { accountRulesPath } from '../../src/paths/accounts.ts'
import { type Fields, Visitor } from './visitor.ts'

/** The form of a rule by which everybody of the house gets what they ask for; a test lays its own fields over it. */
export const ruleFields: Fields = {
  place: '',
  who: 'INSIDE',
  domains: '',
  role: [],
  where: 'ANY',
  duration: 'ANY',
  days: '',
  outcome: 'APPROVE',
  giveRole: 'ASKED',
  give: 'ASKED',
  ends: 'ASKED',
  giveDays: '',
  textEn: '',
  textFr: '',
}

/** The version of the rules that an administrator has before them, as the form sends it. */
export async function rulesVersion(author: Visitor, identifier: string): Promise<string> {
  return Visitor.fieldOf((await author.get(accountRulesPath.to(identifier))).text, 'version') ?? ''
}
