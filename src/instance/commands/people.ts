import { isTimeZone } from '../../kernel/time-zones.ts'
import { addPerson, issueSignInLink, readAddress } from '../../people/index.ts'
import { linkPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { locales } from '../../platform/i18n/reader.ts'
import { mailLeaves } from '../../platform/mailer/index.ts'
import { whoAnswers } from './as-operator.ts'
import type { Command, Given, Terminal } from './command.ts'
import { withDatabase } from './database.ts'

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
    by: { value: 'ADDRESS' },
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
      const by = await whoAnswers({ terminal, given }, db)
      if (!by.ok) {
        err(by.refusal)
        return 1
      }
      const added = await transact(db, (tx) => addPerson(tx, by.value, person))
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
