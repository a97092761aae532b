/** One of the constant people of the demo; the key is how the others name them. */
export type DemoPerson = {
  readonly first: string
  readonly last: string
  readonly address: string
  readonly company: string
  readonly country: string
  readonly locale?: 'fr'
  readonly zone?: string
  readonly phone?: string
  readonly site?: string
  readonly office?: 'support' | 'operator'
  /** Their account was switched off so many days ago. */
  readonly disabledDaysAgo?: number
}

/** The password of everybody in the demo. */
export const demoPassword = 'open-vestibule-2026'

const acme = {
  company: 'ACME',
  country: 'FR',
  zone: 'Europe/Paris',
  site: '12 rue des Tilleuls, 75011 Paris',
} as const
const globex = { company: 'Globex Partners', country: 'GB', zone: 'Europe/London' } as const

/** Everybody in the demo: those one signs in as, then those who only have a history. */
export const people = {
  raul: {
    ...acme,
    first: 'Raul',
    last: 'Ortega',
    address: 'raul@acme.example',
    locale: 'fr',
    phone: '+33 1 99 00 10 01',
  },
  zoe: {
    first: 'Zoé',
    last: 'Martin',
    address: 'zoe@elsewhere.example',
    company: 'Elsewhere',
    country: 'BE',
    zone: 'Europe/Brussels',
    phone: '+32 455 00 10 02',
    site: '4 rue du Canal, 1000 Brussels',
  },
  luc: { ...acme, first: 'Luc', last: 'Bernard', address: 'luc@acme.example', phone: '+33 1 99 00 10 03' },
  ana: {
    ...acme,
    first: 'Ana',
    last: 'Costa',
    address: 'ana@acme.example',
    phone: '+33 1 99 00 10 10',
  },
  ben: { ...acme, first: 'Ben', last: 'Okafor', address: 'ben@acme.example', phone: '+33 1 99 00 10 11' },
  vera: {
    ...acme,
    first: 'Vera',
    last: 'Lindqvist',
    address: 'vera@acme.example',
    phone: '+33 1 99 00 10 12',
  },
  carla: {
    ...globex,
    first: 'Carla',
    last: 'Reyes',
    address: 'carla@globex.example',
    phone: '+44 20 7946 0101',
    site: '8 Chandler Row, London',
  },
  dmitri: {
    first: 'Dmitri',
    last: 'Volkov',
    address: 'dmitri@initech.example',
    company: 'Initech',
    country: 'DE',
    zone: 'Europe/Berlin',
    phone: '+49 30 23125 101',
    site: 'Lindenhof 3, Berlin',
  },
  sam: {
    first: 'Sam',
    last: 'Taylor',
    address: 'sam@support.example',
    company: 'Vestibule Support',
    country: 'IE',
    zone: 'Europe/Dublin',
    phone: '+353 20 910 0101',
    site: '2 Quay Lane, Dublin',
    office: 'support',
  },
  olga: {
    first: 'Olga',
    last: 'Nilsen',
    address: 'olga@operator.example',
    company: 'Vestibule Operations',
    country: 'NO',
    zone: 'Europe/Oslo',
    phone: '+47 21 55 01 01',
    site: 'Havnegata 6, Oslo',
    office: 'operator',
  },
  uma: {
    first: 'Uma',
    last: 'Iyer',
    address: 'uma@umbrella.example',
    company: 'Umbrella',
    country: 'US',
    zone: 'America/New_York',
    disabledDaysAgo: 20,
  },
  noah: {
    first: 'Noah',
    last: 'Singh',
    address: 'noah@umbrella.example',
    company: 'Umbrella',
    country: 'US',
    zone: 'America/New_York',
  },
  nina: { ...acme, first: 'Nina', last: 'Moreau', address: 'nina@acme.example', locale: 'fr' },
  omar: { ...acme, first: 'Omar', last: 'Haddad', address: 'omar@acme.example', phone: '+33 4 99 00 20 07' },
  yuki: { ...acme, first: 'Yuki', last: 'Tanabe', address: 'yuki@acme.example' },
  ines: { ...acme, first: 'Inès', last: 'Caron', address: 'ines@acme.example', locale: 'fr' },
  emil: { ...acme, first: 'Emil', last: 'Strand', address: 'emil@acme.example' },
  mia: {
    first: 'Mia',
    last: 'Novak',
    address: 'mia@partner-works.example',
    company: 'Partner Works',
    country: 'CZ',
    zone: 'Europe/Prague',
    phone: '+420 990 001 122',
  },
  paul: {
    first: 'Paul',
    last: 'Weber',
    address: 'paul@contractor.example',
    company: 'Weber Engineering',
    country: 'DE',
    zone: 'Europe/Berlin',
  },
  lena: { ...globex, first: 'Lena', last: 'Fischer', address: 'lena@globex.example' },
  hugo: { ...globex, first: 'Hugo', last: 'Marsh', address: 'hugo@globex.example' },
  kate: {
    first: 'Kate',
    last: 'Brennan',
    address: 'kate@initech.example',
    company: 'Initech',
    country: 'DE',
    zone: 'Europe/Berlin',
  },
} as const satisfies Record<string, DemoPerson>

/** The key of somebody in the demo. */
export type PersonKey = keyof typeof people

/** Those one signs in as, in the order in which the start lists them. */
export const signInAs = [
  'raul',
  'zoe',
  'luc',
  'ana',
  'ben',
  'vera',
  'carla',
  'dmitri',
  'sam',
  'olga',
] as const satisfies readonly PersonKey[]

type DemoAccount = {
  readonly name: string
  readonly type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
  readonly visibility: 'LISTED' | 'RESTRICTED'
  readonly zone: string
  readonly administrator: PersonKey
  /** Each under the one named after it; those at the top have none. */
  readonly virtualAccounts: readonly { readonly name: string; readonly parent?: string }[]
}

/** The accounts of the demo, by their identifier. */
export const accounts = {
  'acme.example': {
    name: 'ACME',
    type: 'CUSTOMER',
    visibility: 'LISTED',
    zone: 'Europe/Paris',
    administrator: 'ana',
    virtualAccounts: [{ name: 'Paris' }, { name: 'Paris Lab', parent: 'Paris' }, { name: 'Lyon' }],
  },
  'globex.example': {
    name: 'Globex Partners',
    type: 'HOLDING',
    visibility: 'LISTED',
    zone: 'Europe/London',
    administrator: 'carla',
    virtualAccounts: [],
  },
  'initech.example': {
    name: 'Initech',
    type: 'CUSTOMER',
    visibility: 'RESTRICTED',
    zone: 'Europe/Berlin',
    administrator: 'dmitri',
    virtualAccounts: [],
  },
  'umbrella.example': {
    name: 'Umbrella',
    type: 'CUSTOMER',
    visibility: 'LISTED',
    zone: 'America/New_York',
    administrator: 'uma',
    virtualAccounts: [],
  },
} as const satisfies Record<string, DemoAccount>

/** The identifier of an account of the demo. */
export type AccountKey = keyof typeof accounts

/** Roles that were given directly, before the history begins. */
export const given = [
  { to: 'ben', account: 'acme.example', role: 'SA', by: 'ana', daysAgo: 210 },
  { to: 'vera', account: 'acme.example', role: 'VA', place: 'Paris', by: 'ana', daysAgo: 205 },
  { to: 'luc', account: 'acme.example', role: 'VV', place: 'Paris', by: 'vera', daysAgo: 150 },
  { to: 'vera', account: 'initech.example', role: 'SV', by: 'dmitri', daysAgo: 81, endsInDays: 9 },
] as const
