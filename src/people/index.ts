export { hashPassword } from './credentials/password-hash.ts'
export { initialsOf, nameOf } from './domain/viewer.ts'
export { frameOf } from './frame.ts'
export { keepHeld, takeHeld } from './held.store.ts'
export {
  accountsDecidedBy,
  administersAsked,
  grantIsActive,
  mayBeDecidedBy,
  type Viewer,
} from './viewer.query.ts'
export {
  anyone,
  askForPassword,
  bearer,
  operator,
  signedIn,
  support,
  type TokenViewer,
  typedPasswordRecently,
} from './who.ts'
