export { announcements } from './announcements.ts'
export { operations as customRoleOperations } from './api/roles.api.ts'
export { type CarriedRoles, carryRoles, recordCarried } from './carry-roles/carry-roles.ts'
export { changeRole } from './change-role/change-role.ts'
export { makeRole } from './change-role/make-role.ts'
export {
  rolesOf as customRolesIn,
  roleNamed,
  type ListedRole,
  type StoredRole,
} from './custom-roles.store.ts'
export { customRoleSentences } from './event-sentences.ts'
export { letters } from './letters.ts'
export { bringBackRole } from './retire-role/bring-back-role.ts'
export { retireRole } from './retire-role/retire-role.ts'
export { sayActions, sayRefusal as sayRoleRefusal } from './say.ts'
