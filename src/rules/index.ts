export {
  type Author,
  type ChangeAsked,
  type ChangeRefusal,
  changeRules,
  plan,
} from './change-rules/change-rules.ts'
export { bookOf, type RuleVersion, ruleAt, shareBook, type StoredBook, versionsOf } from './rules.store.ts'
