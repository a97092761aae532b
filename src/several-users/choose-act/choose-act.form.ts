import { z } from 'zod'
import { endMomentOf, readEnd } from '../../accounts/domain/end-moment.ts'
import { readChoice } from '../../accounts/domain/roles.ts'
import { isId } from '../../kernel/id.ts'
import { type ActKind, actKinds } from '../domain/acts.ts'
import type { Words } from '../messages/index.ts'
import type { KeptAct } from '../selections.store.ts'

/** The sentences that say what is wrong with a field. */
export type ActErrorKey = Extract<Parameters<Words>[0], `act.error.${string}`>
const says = <Key extends ActErrorKey>(key: Key): Key => key

/** Every role that somebody holds, in the choice of which. */
export const everyRole = 'EVERY'

const text = (most: number) => z.string().max(most, says('act.error.form')).default('')
const fields = z.strictObject({
  what: text(20),
  whichRole: text(60),
  to: text(60),
  whichEnd: text(60),
  ends: text(40),
  endsTime: text(10),
  whichNoEnd: text(60),
  tag: text(60),
  untag: text(60),
})
type Fields = z.output<typeof fields>
type Wrong = (field: keyof Fields, message: ActErrorKey) => void

/** What the page sends: what is to happen; only the fields of what was chosen count. */
export const actForm = (timeZone: string) =>
  fields.transform((form, context): KeptAct => {
    let isWrong = false
    const wrong: Wrong = (field, message) => {
      isWrong = true
      context.addIssue({ code: 'custom', path: [field], message })
    }
    const kind = actKinds.find((one) => one === form.what)
    if (!kind) wrong('what', 'act.error.what')
    const act = kind && readers[kind](form, wrong, timeZone)
    return act === undefined || isWrong ? z.NEVER : act
  })

type Reader = (form: Fields, wrong: Wrong, timeZone: string) => KeptAct

function whichIn(form: Fields, field: 'whichRole' | 'whichEnd' | 'whichNoEnd', wrong: Wrong): string {
  if (form[field] === '') wrong(field, 'act.error.which')
  return form[field]
}

function tagIn(form: Fields, field: 'tag' | 'untag', wrong: Wrong): string {
  if (!isId(form[field])) wrong(field, 'act.error.tag')
  return form[field]
}

const readers: Readonly<Record<ActKind, Reader>> = {
  REMOVE: () => ({ kind: 'REMOVE' }),
  ROLE(form, wrong) {
    const which = whichIn(form, 'whichRole', wrong)
    if (!readChoice(form.to)) wrong('to', 'act.error.to')
    return { kind: 'ROLE', which, to: form.to }
  },
  END(form, wrong, timeZone) {
    const which = whichIn(form, 'whichEnd', wrong)
    const end = readEnd({ day: form.ends, time: form.endsTime })
    const at = end ? endMomentOf(end, timeZone) : undefined
    if (at === undefined || Number.isNaN(at.getTime())) wrong('ends', 'act.error.ends')
    return { kind: 'END', which, endsAt: at?.toISOString() ?? '' }
  },
  NO_END: (form, wrong) => ({ kind: 'NO_END', which: whichIn(form, 'whichNoEnd', wrong) }),
  TAG: (form, wrong) => ({ kind: 'TAG', tag: tagIn(form, 'tag', wrong) }),
  UNTAG: (form, wrong) => ({ kind: 'UNTAG', tag: tagIn(form, 'untag', wrong) }),
}
