export { alikeIds } from './alike.query.ts'
export { announcements } from './announcements.ts'
export { issueFirstOperatorLink } from './become-operator/become-operator.ts'
export { beAway, beBack } from './away/be-away.ts'
export { type Away, awayOf, isAwayAs, isThereAs } from './away/away.query.ts'
export { type ApiCaller, apiCaller } from './caller.ts'
export { hashPassword } from './credentials/password-hash.ts'
export { readAddress } from './domain/address.ts'
export { activeOperators, holdPerson, type Told, toldAs, toldColumns } from './told.store.ts'
export { nameOf } from './domain/viewer.ts'
export { personEventName } from './events.ts'
export { frameOf } from './frame.ts'
export { askedOwnRole, carries, decidedRole, grantedRole, roleOf, sameRoleAs } from './granted-role.query.ts'
export { takeHeld, takingHeld } from './held.store.ts'
export { linkGone } from './answers.tsx'
export {
  addProvider,
  changeProvider,
  type Ground,
  type ProviderChanger,
  type ProviderRefusal,
  removeProvider,
  type WantedProvider,
} from './keep-provider/keep-provider.ts'
export { allProviders, findProvider, type StoredProvider } from './providers/providers.store.ts'
export { holdVouching, type Vouching, vouchingFor } from './providers/vouching.store.ts'
export { reachOf } from './providers/reach.ts'
export { tryProvider, type Unfit } from './providers/relying-party.ts'
export { leadBack } from './lead-back.ts'
export { letters } from './letters.ts'
export { addPerson } from './manage-people/add-person.ts'
export { changeOffices } from './manage-people/change-offices.ts'
export { type DisableRefusal, disablePerson, enablePerson } from './manage-people/disable-person.ts'
export { shutDoors } from './manage-people/shut-doors.ts'
export type { AdministeredAccount } from './manage-people/erase-person.store.ts'
export { type EraseRefusal, erasePerson } from './manage-people/erase-person.ts'
export { readNoticesOf } from './notifications/notifications.store.ts'
export { tellSessionsEnded, topicOfSessions } from './sessions-ended.ts'
export { rememberAccounts } from './recent-accounts.ts'
export { issueSignInLink } from './sign-in-link/sign-in-link.ts'
export { forgetOldTraces } from './sweep.store.ts'
export { unsubscribeUrl } from './unsubscribe/token.ts'
export {
  accountsDecidedBy,
  administersAsked,
  administersOnceResumed,
  grantIsActive,
  grantIsHeld,
  mayBeDecidedBy,
  openSessionsAmong,
  stillTold,
  type Viewer,
} from './viewer.query.ts'
export {
  anyone,
  askForPassword,
  operator,
  signedIn,
  typedPasswordRecently,
} from './who.ts'
