import { isTimeZone } from '../../kernel/time-zones.ts'
import { addPerson, type EraseRefusal, issueSignInLink, readAddress } from '../../people/index.ts'
import { linkPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { locales } from '../../platform/i18n/reader.ts'
import { mailLeaves } from '../../platform/mailer/index.ts'
import { erase } from '../erase/erase.ts'
import { type Command, type Given, type Say, type Terminal, WrongUsage } from './command.ts'
import { withDatabase } from './database.ts'
import { personAt } from './people.query.ts'

function personIn(given: Given) {
  const timeZone = given.text('time-zone')
  return {
    address: given.arguments[0] ?? '',
    firstName: given.text('first-name') ?? '',
    lastName: given.text('last-name') ?? '',
    locale: locales.find((known) => known === given.text('locale')) ?? null,
    isOperator: given.has('operator'),
    isSupport: given.has('support'),
    company: given.text('company') ?? '',
    country: (given.text('country') ?? '').toUpperCase(),
    ...(timeZone === undefined ? {} : { timeZone }),
  }
}

/** `vestibule person add` */
export const personAdd: Command = {
  name: 'person add',
  takes: ['ADDRESS'],
  options: {
    'first-name': { value: 'NAME', required: true },
    'last-name': { value: 'NAME', required: true },
    company: { value: 'NAME' },
    country: { value: 'COUNTRY' },
    locale: { value: 'LANGUAGE', choices: locales },
    'time-zone': { value: 'ZONE' },
    operator: {},
    support: {},
    demo: {},
  },
  about: 'about.person-add',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db, config) => {
      const { say, out, err } = terminal
      const person = personIn(given)
      const zone = person.timeZone
      if (zone !== undefined && !isTimeZone(zone)) {
        err(say('refused.zone-unknown', { value: zone }))
        return 1
      }
      const added = await transact(db, (tx) => addPerson(tx, null, person))
      if (!added.ok) {
        const value = added.refusal === 'country-wrong' ? person.country : person.address
        err(say(`refused.${added.refusal}`, { value }))
        return 1
      }
      out(say('done.person', { address: person.address }))
      if (!(await mailLeaves({ config, db }))) out(say('done.person.no-mail', { address: person.address }))
      return 0
    }),
}

/** `vestibule person erase` */
export const personErase: Command = {
  name: 'person erase',
  takes: ['ADDRESS'],
  options: { yes: {}, demo: {} },
  about: 'about.person-erase',
  run(terminal, given) {
    if (!given.has('yes')) throw new WrongUsage(terminal.say('wrong.sure'))
    return withDatabase(terminal, given, async (db) => {
      const { say, out, err } = terminal
      const value = given.arguments[0] ?? ''
      const id = await personAt(db, addressIn(value))
      const erased = id ? await transact(db, (tx) => erase(tx, null, id)) : undefined
      if (erased?.ok) {
        out(say('done.erased'))
        return 0
      }
      err(whyNotErased(say, erased?.refusal ?? { code: 'nobody' }, value))
      return 1
    })
  },
}

function whyNotErased(say: Say, refusal: EraseRefusal, value: string): string {
  switch (refusal.code) {
    case 'last-administrator': {
      const accounts = refusal.accounts.map(({ identifier }) => identifier)
      return say('refused.last-administrator', { value, n: accounts.length, accounts: accounts.join(', ') })
    }
    case 'last-operator':
    case 'open-requests':
      return say(`refused.${refusal.code}`, { value })
    default:
      return say('refused.nobody', { value })
  }
}

function addressIn(text: string): string {
  const address = readAddress(text)
  return address.ok ? address.value : text
}

/** `vestibule link` */
export const link: Command = {
  name: 'link',
  takes: ['ADDRESS'],
  options: { demo: {} },
  about: 'about.link',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db, config) => {
      const value = given.arguments[0] ?? ''
      const made = await transact(db, (tx) => issueSignInLink(tx, null, addressIn(value)))
      if (made.ok) print(terminal, `${publicUrlOf(config)}${linkPath.to(made.value)}`)
      else terminal.err(terminal.say('refused.nobody', { value }))
      return made.ok ? 0 : 1
    }),
}

/** The address that links begin with, as far as the command line knows. */
export function publicUrlOf(config: { publicUrl: string | null; host: string; port: number }): string {
  return config.publicUrl ?? `http://${config.host === '::1' ? '[::1]' : config.host}:${config.port}`
}

// The link alone on the standard output, so that a script can take it.
function print({ say, out, err }: Terminal, url: string): void {
  err(say('done.link'))
  out(url)
}
