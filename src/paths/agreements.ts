const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofAgreement = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** One version of an agreement, as whoever is to accept it reads and prints it. */
export const agreementVersionPath = {
  pattern: '/agreements/:id/:version',
  to: (id: string, version: number): string => `/agreements/${id}/${version}`,
}

/** The operator's list of agreements. */
export const operatorAgreementsPath = plain('/operator/agreements')
/** Writing the first version of one. */
export const newAgreementPath = plain('/operator/agreements/new')
/** One agreement with its versions, and writing the next one. */
export const operatorAgreementPath = ofAgreement('/operator/agreements/:id')
export const newVersionPath = ofAgreement('/operator/agreements/:id/new')
/** Nobody has to accept it any more. */
export const retireAgreementPath = ofAgreement('/operator/agreements/:id/retire')
