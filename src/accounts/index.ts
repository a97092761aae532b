export { announcements } from './announcements.ts'
export { AccessTabs } from './access-tabs.tsx'
export { AccountFrame, type AccountFrameProps } from './account-frame.page.tsx'
export {
  accountOf,
  findAccount,
  type NamedTree,
  type NamedVirtualAccount,
  type StoredAccount,
  treeOf,
} from './accounts.store.ts'
export {
  type AccountToAdd,
  type AddAccountRefusal,
  addAccount,
  nameIn,
} from './add-account/add-account.ts'
export {
  type AddVirtualAccountRefusal,
  addVirtualAccount,
} from './add-virtual-account/add-virtual-account.ts'
export { accountsAdministeredBy } from './administered.query.ts'
export { closedDaysOf, type Week, weekOf } from './calendar/calendar.store.ts'
export { changeWeek } from './calendar/change-week.ts'
export { closeDays, openDay } from './calendar/close-days.ts'
export { keepHolidays } from './calendar/keep-holidays.ts'
export { sayClosedDaysProblems, sayWeekProblems } from './calendar/say-problem.ts'
export { operations as accountOperations } from './api/access.api.ts'
export { heldRoleSchema, roleIn, roleToGiveSchema, shownRole } from './api/role.schema.ts'
export {
  type HeldRole,
  heldRoleOf,
  type HeldRoleRow,
  rolesOf,
} from './existing-access/existing-access.query.ts'
export {
  administratorsOf,
  findGrant,
  giveGrants,
  grantColumns,
  grantsOf,
  holdGrantsOf,
  lockAdministratorsFor,
  lockGrantsIn,
  lockGrantToEnd,
  revokeGrant,
  type StoredGrant,
} from './grants.store.ts'
export {
  applyRoleToHolders,
  customRolesOf,
  customRolesToGive,
  lockHoldersOf,
  type RoleGone,
  roleRecorded,
  roleToGive,
} from './custom-roles.store.ts'
export { startForgottenEnds } from './ending/start-forgotten-ends.ts'
export { EndsAtField, type EndsAtProps } from './ending/ends-at-field.tsx'
export { keepsAdministrator } from './guard.ts'
export {
  type Held,
  listed,
  placeCalled,
  placeName,
  sayEnd,
  sayHeld,
  mostTicked,
  placesNamed,
  sayRole,
  sayRoleHelp,
} from './held.ts'
export { letters } from './letters.ts'
export { words as accountWords } from './messages/index.ts'
export {
  changeAccountPatience,
  changeInstallationPatience,
  type PatienceProblems,
} from './settings/change-patience.ts'
export { PatienceFields } from './settings/patience-fields.tsx'
export { patienceForm, patienceTyped, readPatience } from './settings/patience.form.ts'
export { SettingsPage as AccountSettingsPage } from './settings/frame.page.tsx'
export { refreshLooks } from './looks.store.ts'
export { editAccount } from './properties/edit-account.ts'
export { contactToTell } from './properties/announcements.ts'
export { type Contact, contactOf } from './properties/edit.store.ts'
export { changeSight } from './settings/change-sight.ts'
export { accountPatience, installationPatience } from './settings/patience.store.ts'
export { sayPatienceChange, sayProblems } from './settings/say-patience.ts'
export {
  outOfQuietHours,
  patienceColumns,
  patienceFrom,
  patienceOf,
  type PatienceRow,
  type Timing,
  timingColumns,
  timingFrom,
  timingOf,
  type TimingRow,
} from './settings/timing.query.ts'
export { clockHandlers } from './clock-handlers.ts'
export { deskClaims, deskFilters } from './vacancy/claims.query.ts'
export { type DnsAnswer, type DnsRecord, lookFor } from './vacancy/dns.ts'
export {
  type Arranger,
  type Held as HeldTree,
  holdPlace,
  type Unavailable as PlaceUnavailable,
} from './virtual-accounts/power.ts'
export { type OfPlace, wayTo as wayToPlace } from './virtual-accounts/place.page.tsx'
export { placeInPath } from './virtual-accounts/tree.route.tsx'
export {
  holdersIn,
  type NamedHolder,
  type OpenRequest as OpenRequestFor,
  requestsFor,
  writeClosed,
} from './virtual-accounts/virtual-accounts.store.ts'
export { renameVirtualAccount } from './virtual-accounts/change-virtual-account.ts'
export { moveVirtualAccount } from './virtual-accounts/move-virtual-account.ts'
export { standInOf } from './delegates/delegates.store.ts'
export { type HeldIn, heldIn, managedAccount, type SeenAccount, seenAccount } from './sight.ts'
export { isSuspendedIn, keepSuspended, reactivateGrant, suspendGrant } from './suspended.store.ts'
export { type AccountTab, opensTab } from './tabs.ts'
