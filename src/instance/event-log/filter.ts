/** The kinds that a log is filtered by, each with the events it means. */
export const kinds = {
  requests: ['access-request.%'],
  access: ['grant.%'],
  account: ['account.%', 'virtual-account.%', 'delegate.%', 'claim.%'],
  cases: ['case.%', 'support-decision.%'],
  people: ['person.%', 'link.%'],
  tokens: ['token.%'],
} as const
export type Kind = keyof typeof kinds

/** The kinds of an account's log, and those of the installation's. */
export const kindsOfAccount = ['requests', 'access', 'account', 'cases'] as const satisfies readonly Kind[]
export const kindsOfInstallation = ['people', 'tokens', 'cases'] as const satisfies readonly Kind[]

/** What somebody chose to see of a log, as it stands in the address of the page. */
export type Chosen = {
  readonly kind: Kind | null
  readonly person: string
  readonly from: string
  readonly to: string
}

const longestPerson = 100

/** Reads the choice out of an address; what makes no sense counts as not chosen. */
export function readChosen(query: (name: string) => string | undefined): Chosen {
  const kind = query('kind') ?? ''
  return {
    kind: Object.hasOwn(kinds, kind) ? (kind as Kind) : null,
    person: (query('person') ?? '').slice(0, longestPerson).replaceAll('\u0000', '').trim(),
    from: dayIn(query('from')),
    to: dayIn(query('to')),
  }
}

function dayIn(text = ''): string {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return ''
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : ''
}

/** Whether anything was chosen. */
export function isChosen({ kind, person, from, to }: Chosen): boolean {
  return kind !== null || person !== '' || from !== '' || to !== ''
}

/** A choice as the parts of an address. */
export function queryOf({ kind, person, from, to }: Chosen): Record<string, string | undefined> {
  return { kind: kind ?? undefined, person, from, to }
}
