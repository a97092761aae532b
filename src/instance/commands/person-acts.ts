import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { whichOffices } from '../../people/domain/offices.ts'
import { changeOffices, enablePerson, type EraseRefusal, readAddress } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { erase } from '../erase/erase.ts'
import { mergePeople } from '../merge-people/merge-people.ts'
import { shutOut, type ShutOutRefusal } from '../shut-out/shut-out.ts'
import { type AtHand, doing } from './as-operator.ts'
import { type Command, type Given, type Say, WrongUsage } from './command.ts'
import { personAt } from './people.query.ts'

/** The person whose address is one of the arguments. */
async function personIn(
  tx: Tx,
  { terminal: { say }, given }: AtHand,
  index = 0,
): Promise<Outcome<{ readonly id: PersonId; readonly value: string }, string>> {
  const typed = given.arguments[index] ?? ''
  const address = readAddress(typed)
  const value = address.ok ? address.value : typed
  const id = await personAt(tx, value)
  return id ? done({ id, value }) : refuse(say('refused.nobody', { value }))
}

/** One that cannot be undone, and takes `--yes`. */
const forGood = (command: Command): Command => ({
  ...command,
  run(terminal, given) {
    if (!given.has('yes')) throw new WrongUsage(terminal.say('wrong.sure'))
    return command.run(terminal, given)
  },
})

const disable = doing(
  {
    name: 'person disable',
    about: 'about.person-disable',
    takes: ['ADDRESS'],
    options: { reason: { value: 'TEXT' } },
  },
  async (tx, hand, by) => {
    const found = await personIn(tx, hand)
    if (!found.ok) return found
    const { id: person, value } = found.value
    const { say } = hand.terminal
    const shut = await shutOut(tx, by, { person, reason: hand.given.text('reason')?.trim() ?? '' })
    if (shut.ok) return done(say('done.disabled', { n: shut.value }))
    return refuse(say(whyNotShut[shut.refusal], { value }))
  },
)

const whyNotShut = {
  'last-administrator': 'refused.last-without-reason',
  'last-operator': 'refused.last-operator',
  'not-active': 'refused.not-active',
  oneself: 'refused.oneself',
  'not-operator': 'refused.no-operator',
  nobody: 'refused.nobody',
} as const satisfies Record<ShutOutRefusal, string>

const enable = doing(
  { name: 'person enable', about: 'about.person-enable', takes: ['ADDRESS'] },
  async (tx, hand, by) => {
    const found = await personIn(tx, hand)
    if (!found.ok) return found
    const { id, value } = found.value
    const { say } = hand.terminal
    const enabled = await enablePerson(tx, by, id)
    if (enabled.ok) return done(say('done.enabled', { value }))
    return refuse(say(`refused.${enabled.refusal}`, { value }))
  },
)

const said = ['yes', 'no'] as const

function wantedOffices(given: Given) {
  const [support, operator] = [given.text('support'), given.text('operator')]
  return {
    ...(support === undefined ? {} : { support: support === 'yes' }),
    ...(operator === undefined ? {} : { operator: operator === 'yes' }),
  }
}

const changing = doing(
  {
    name: 'person offices',
    about: 'about.person-offices',
    takes: ['ADDRESS'],
    options: {
      support: { value: 'WHEN', choices: said },
      operator: { value: 'WHEN', choices: said },
    },
  },
  async (tx, hand, by) => {
    const found = await personIn(tx, hand)
    if (!found.ok) return found
    const { id: person, value } = found.value
    const { say } = hand.terminal
    const changer = by && { personId: by, typedPassword: true }
    const changed = await changeOffices(tx, changer, { person, wanted: wantedOffices(hand.given) })
    if (!changed.ok) {
      const { refusal } = changed
      if (refusal === 'not-active') return refuse(say('refused.offices.not-active', { value }))
      const isSaid = refusal === 'last-operator' || refusal === 'oneself'
      return refuse(say(isSaid ? `refused.${refusal}` : 'refused.nobody', { value }))
    }
    if (changed.value === null) return done(say('done.offices.unchanged', { value }))
    return done(say('done.offices', { value, which: whichOffices(changed.value) }))
  },
)

const offices: Command = {
  ...changing,
  run(terminal, given) {
    if (Object.keys(wantedOffices(given)).length === 0) throw new WrongUsage(terminal.say('wrong.offices'))
    return changing.run(terminal, given)
  },
}

const merge = doing(
  {
    name: 'person merge',
    about: 'about.person-merge',
    takes: ['ADDRESS-THAT-STAYS', 'ADDRESS-THAT-GOES'],
    options: { yes: {} },
  },
  async (tx, hand, by) => {
    const stays = await personIn(tx, hand)
    if (!stays.ok) return stays
    const goes = await personIn(tx, hand, 1)
    if (!goes.ok) return goes
    const { say } = hand.terminal
    const merged = await mergePeople(tx, by, { stays: stays.value.id, goes: goes.value.id })
    if (merged.ok) return done(say('done.merged', { n: merged.value.grants }))
    return refuse(say(`operator.refused.${merged.refusal}`))
  },
)

const erasing = doing(
  { name: 'person erase', about: 'about.person-erase', takes: ['ADDRESS'], options: { yes: {} } },
  async (tx, hand, by) => {
    const found = await personIn(tx, hand)
    if (!found.ok) return found
    const { id, value } = found.value
    const { say } = hand.terminal
    const erased = await erase(tx, by, id)
    return erased.ok ? done(say('done.erased')) : refuse(whyNotErased(say, erased.refusal, value))
  },
)

function whyNotErased(say: Say, refusal: EraseRefusal, value: string): string {
  switch (refusal.code) {
    case 'last-administrator': {
      const accounts = refusal.accounts.map(({ identifier }) => identifier)
      return say('refused.last-administrator', { value, n: accounts.length, accounts: accounts.join(', ') })
    }
    case 'not-operator':
    case 'nobody':
      return say('refused.nobody', { value })
    default:
      return say(`refused.${refusal.code}`, { value })
  }
}

/** The commands about people who are here already. */
export const personCommands: readonly Command[] = [disable, enable, offices, forGood(merge), forGood(erasing)]
