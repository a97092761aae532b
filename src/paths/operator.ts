const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofPerson = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})
const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** Where the operator begins: the accounts. */
export const operatorPath = plain('/operator')
export const addAccountPath = plain('/operator/accounts/new')
/** One account, as its operator sees it. */
export const operatedAccountPath = ofAccount('/operator/accounts/:identifier')
export const changeVisibilityPath = ofAccount('/operator/accounts/:identifier/visibility')
export const addVirtualAccountPath = ofAccount('/operator/accounts/:identifier/virtual-accounts')

/** How long requests wait in all accounts. */
export const operatorSettingsPath = plain('/operator/settings')
/** Which accounts need somebody to look after them, and the same as a file. */
export const accountHealthPath = plain('/operator/health')
export const accountHealthCsvPath = plain('/operator/health.csv')

/** The people of the installation. */
export const operatorPeoplePath = plain('/operator/people')
export const addPersonPath = plain('/operator/people/new')
/** Shutting somebody out: a page that asks, and the act. */
export const disablePersonPath = ofPerson('/operator/people/:id/disable')
export const enablePersonPath = ofPerson('/operator/people/:id/enable')
/** One person, as an operator sees them. */
export const operatedPersonPath = ofPerson('/operator/people/:id')
/** Making one person of two identities: a page that shows both, and the act. */
export const mergePersonPath = ofPerson('/operator/people/:id/merge')
/** Erasing somebody for ever: a page that asks, and the act. */
export const erasePersonPath = ofPerson('/operator/people/:id/erase')

/** Lists that are taken in from files, and the form for one. */
export const importsPath = plain('/operator/imports')
export const oneImportPath = ofPerson('/operator/imports/:id')
export const applyImportPath = ofPerson('/operator/imports/:id/apply')
export const dropImportPath = ofPerson('/operator/imports/:id/drop')
export const importReportPath = ofPerson('/operator/imports/:id/report.csv')
/** Sending the file of one kind of list. */
export const startImportPath = {
  pattern: '/operator/imports/new/:kind',
  to: (kind: string): string => `/operator/imports/new/${kind}`,
}
/** What the first line of a file must be. */
export const importTemplatePath = {
  pattern: '/operator/imports/template/:kind',
  to: (kind: string): string => `/operator/imports/template/${kind}`,
}

/** What is true of the whole installation: its name, what support may do, and what the environment says. */
export const generalSettingsPath = plain('/operator/settings/general')
/** The identity providers that people sign in with: all, a new one, one with its acts. */
export const providersPath = plain('/operator/settings/sign-in')
export const newProviderPath = plain('/operator/settings/sign-in/new')
export const providerPath = ofPerson('/operator/settings/sign-in/:id')
export const tryProviderPath = ofPerson('/operator/settings/sign-in/:id/try')
export const removeProviderPath = ofPerson('/operator/settings/sign-in/:id/remove')
/** The mail server, and who mails are from. */
export const mailSettingsPath = plain('/operator/settings/mail')
/** Sending a mail to oneself, to see whether it arrives. */
export const testMailPath = plain('/operator/settings/test-mail')

/** Work that was given up, and mail that does not arrive. */
export const operatorTroublePath = plain('/operator/trouble')

/** Every mail, and what became of it. */
export const operatorMailsPath = plain('/operator/mails')
export const resendMailsPath = plain('/operator/mails/resend')
export const operatedMailPath = ofPerson('/operator/mails/:id')
/** Work that was given up is tried again. */
export const retryJobsPath = plain('/operator/trouble/retry')
