export {
  type Author,
  type ChangeAsked,
  type ChangeRefusal,
  changeRules,
  draftIn,
  plan,
} from './change-rules/change-rules.ts'
export { belongingOf, groupsNamedBy, nameableGroups } from './groups.query.ts'
export { announcements } from './announcements.ts'
export { letters } from './letters.ts'
export { lockRules } from './manual-only/lock.ts'
export { words as ruleWords } from './messages/index.ts'
export { bookOf, shareBook, type StoredBook } from './rules.store.ts'
export { roleNamesIn } from './role-names.query.ts'
export { type RuleVersion, ruleAt, type SaidRule, versionsOf } from './versions.store.ts'
export { ruleSentences, sayByRule } from './sentences.ts'
export { sayRule } from './say.ts'
