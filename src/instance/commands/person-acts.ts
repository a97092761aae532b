import type { PersonId } from '../../kernel/id.ts'
import { whichOffices } from '../../people/domain/offices.ts'
import { changeOffices, enablePerson, readAddress } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { mergePeople } from '../merge-people/merge-people.ts'
import { shutOut, type ShutOutRefusal } from '../shut-out/shut-out.ts'
import { type Command, type Given, WrongUsage } from './command.ts'
import { withDatabase } from './database.ts'
import { personAt } from './people.query.ts'

function addressIn(given: Given, index = 0): string {
  const typed = given.arguments[index] ?? ''
  const address = readAddress(typed)
  return address.ok ? address.value : typed
}

const nobody = { ok: false, refusal: 'nobody' } as const

/** `vestibule person disable` */
export const personDisable: Command = {
  name: 'person disable',
  takes: ['ADDRESS'],
  options: { reason: { value: 'TEXT' }, demo: {} },
  about: 'about.person-disable',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const { say, out, err } = terminal
      const value = addressIn(given)
      const person = await personAt(db, value)
      const reason = given.text('reason')?.trim() ?? ''
      const done = person ? await transact(db, (tx) => shutOut(tx, null, { person, reason })) : nobody
      if (done.ok) out(say('done.disabled', { n: done.value }))
      else if (done.refusal === 'last-administrator') err(say('refused.last-without-reason'))
      else err(say(`refused.${whyNot(done.refusal)}`, { value }))
      return done.ok ? 0 : 1
    }),
}

const whyNot = (refusal: ShutOutRefusal) =>
  refusal === 'not-active' || refusal === 'last-operator' ? refusal : 'nobody'

/** `vestibule person enable` */
export const personEnable: Command = {
  name: 'person enable',
  takes: ['ADDRESS'],
  options: { demo: {} },
  about: 'about.person-enable',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const { say, out, err } = terminal
      const value = addressIn(given)
      const person = await personAt(db, value)
      const done = person ? await transact(db, (tx) => enablePerson(tx, null, person)) : nobody
      if (done.ok) out(say('done.enabled', { value }))
      else err(say(done.refusal === 'not-disabled' ? 'refused.not-disabled' : 'refused.nobody', { value }))
      return done.ok ? 0 : 1
    }),
}

const said = ['yes', 'no'] as const

function wantedOffices(given: Given) {
  const [support, operator] = [given.text('support'), given.text('operator')]
  return {
    ...(support === undefined ? {} : { support: support === 'yes' }),
    ...(operator === undefined ? {} : { operator: operator === 'yes' }),
  }
}

/** `vestibule person offices` */
export const personOffices: Command = {
  name: 'person offices',
  takes: ['ADDRESS'],
  options: {
    support: { value: 'WHEN', choices: said },
    operator: { value: 'WHEN', choices: said },
    demo: {},
  },
  about: 'about.person-offices',
  run(terminal, given) {
    const { say, out, err } = terminal
    const wanted = wantedOffices(given)
    if (Object.keys(wanted).length === 0) throw new WrongUsage(say('wrong.offices'))
    return withDatabase(terminal, given, async (db) => {
      const value = addressIn(given)
      const person = await personAt(db, value)
      const changed = person
        ? await transact(db, (tx) => changeOffices(tx, null, { person, wanted }))
        : nobody
      if (!changed.ok) {
        const { refusal } = changed
        if (refusal === 'not-active') err(say('refused.offices.not-active', { value }))
        else err(say(refusal === 'last-operator' ? 'refused.last-operator' : 'refused.nobody', { value }))
        return 1
      }
      out(
        changed.value === null
          ? say('done.offices.unchanged', { value })
          : say('done.offices', { value, which: whichOffices(changed.value) }),
      )
      return 0
    })
  },
}

/** `vestibule person merge` */
export const personMerge: Command = {
  name: 'person merge',
  takes: ['ADDRESS-THAT-STAYS', 'ADDRESS-THAT-GOES'],
  options: { yes: {}, demo: {} },
  about: 'about.person-merge',
  run(terminal, given) {
    const { say, out, err } = terminal
    if (!given.has('yes')) throw new WrongUsage(say('wrong.sure'))
    return withDatabase(terminal, given, async (db) => {
      const addresses = [addressIn(given, 0), addressIn(given, 1)] as const
      const [stays, goes] = [await personAt(db, addresses[0]), await personAt(db, addresses[1])]
      if (!stays || !goes) {
        err(say('refused.nobody', { value: stays ? addresses[1] : addresses[0] }))
        return 1
      }
      const pair = { stays, goes } satisfies Record<string, PersonId>
      const merged = await transact(db, (tx) => mergePeople(tx, null, pair))
      if (merged.ok) out(say('done.merged', { n: merged.value.grants }))
      else err(say(`operator.refused.${merged.refusal}`))
      return merged.ok ? 0 : 1
    })
  },
}
