export { acceptLists, shownVersions, versionField } from './account/agreements.form.ts'
export { acceptAgreements } from './accept/accept.ts'
export {
  allVersions,
  findVersion,
  type ListedVersion,
  newestVersions,
  type StoredVersion,
} from './agreements.store.ts'
export { announcements } from './announcements.ts'
export { acceptedCounts, type AccountToAccept, waitingAgreements } from './due.query.ts'
export { agreementSentences } from './event-sentences.ts'
export { letters } from './letters.ts'
export { words as agreementWords } from './messages/index.ts'
export { type Publishing, publish, retireAgreement } from './publish/publish.ts'
export { AgreementsToRead, AgreementText } from './text.tsx'
export { AgreementsPart } from './waiting.tsx'
