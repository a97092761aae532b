import { Hono } from 'hono'
import { z } from 'zod'
import { isId, type PersonId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  erasePersonPath,
  mergePersonPath,
  operatedPersonPath,
  operatorPeoplePath,
} from '../../paths/operator.ts'
import {
  askForPassword,
  changeOffices,
  frameOf,
  operator,
  readAddress,
  takeHeld,
  typedPasswordRecently,
  type Viewer,
} from '../../people/index.ts'
import { officesOf, type OfficesRefusal } from '../../people/domain/offices.ts'
import { transact } from '../../platform/db/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  readForm,
  seeOther,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { erase } from '../erase/erase.ts'
import { type MergeRefusal, mergePeople } from '../merge-people/merge-people.ts'
import { previewOf } from '../merge-people/merge-people.store.ts'
import { words } from '../messages/index.ts'
import { flashOf } from './frame.page.tsx'
import type { OfficesShown } from './offices.page.tsx'
import { officesForm } from './operator.form.ts'
import { findPerson, personAtAddress, type PersonRow } from './operator.query.ts'
import { ErasePage, MergePage } from './person-acts.page.tsx'
import { PersonPage } from './person.page.tsx'
import { wholePerson } from './person.query.ts'

const eraseForm = z.strictObject({ address: z.string().max(300) })
const mergeForm = z.strictObject({ with: z.string().max(300), stays: z.string().max(40) })

/** The operator's pages about one person: all that hangs on them, merging, erasing. */
export function personRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  const about = (
    show: (c: Ctx, platform: Platform, viewer: Viewer, person: PersonRow) => Promise<Response>,
  ) =>
    page({
      who,
      async show(c, viewer) {
        const id = c.req.param('id') ?? ''
        const person = isId(id) ? await findPerson(platform.db, id) : undefined
        return person ? show(c, platform, viewer, person) : c.notFound()
      },
    })
  return new Hono<Env>()
    .get(mergePersonPath.pattern, about(showMerge))
    .post(mergePersonPath.pattern, about(merge))
    .get(erasePersonPath.pattern, about(showErase))
    .post(erasePersonPath.pattern, about(eraseOne))
    .get(
      operatedPersonPath.pattern,
      about((c, _, viewer, person) => showPerson(c, platform, viewer, { person })),
    )
    .post(operatedPersonPath.pattern, changingOffices(platform))
}

async function showPerson(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { person, offices }: { readonly person: PersonRow; readonly offices?: OfficesShown },
): Promise<Response> {
  const whole = await wholePerson(platform.db, person.id)
  if (!whole) return c.notFound()
  const frame = frameOf(c, platform, viewer)
  const n = Number(c.req.query('n') ?? 0)
  const flash = flashOf(frame, c.req.query('done'), { n: Number.isSafeInteger(n) ? n : 0 })
  const isSelf = person.id === viewer.personId
  const shown = offices ?? (isSelf ? undefined : await heldOffices(platform, viewer, person))
  const props = { frame, person, whole, isSelf, offices: shown, flash }
  return html(c, <PersonPage {...props} />, shown?.wrong ? 409 : 200)
}

// What was ticked before the password was asked for.
async function heldOffices(
  { db }: Platform,
  viewer: Viewer,
  person: PersonRow,
): Promise<OfficesShown | undefined> {
  const held = await takeHeld(db, viewer.personId, operatedPersonPath.to(person.id))
  const read = officesForm.safeParse(held && { ...held, office: [held['office'] ?? []].flat() })
  return read.success ? read.data : undefined
}

function changingOffices(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: officesForm,
    lists: ['office'],
    async run(tx, viewer, { seen, office }, c) {
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return refuse('nobody' as const)
      const by = { personId: viewer.personId, typedPassword: typedPasswordRecently(viewer) }
      const wanted = { support: office.includes('support'), operator: office.includes('operator') }
      return changeOffices(tx, by, { person: id as PersonId, wanted, seen: officesOf(seen) })
    },
    invalid: () => {
      throw new MalformedForm('offices')
    },
    async refused(c, viewer, { refusal }) {
      if (refusal === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
      const id = c.req.param('id') ?? ''
      const person = isSaid(refusal) && isId(id) ? await findPerson(platform.db, id) : undefined
      if (!person || !isSaid(refusal)) return c.notFound()
      const wrong = words.for(viewer.reader)(`operator.offices.refused.${refusal}`)
      return showPerson(c, platform, viewer, { person, offices: { wrong } })
    },
    done: (c, _, changed) =>
      seeOther(
        c,
        withQuery(operatedPersonPath.to(c.req.param('id') ?? ''), {
          done: changed === null ? 'same-offices' : 'offices',
        }),
      ),
  })
}

const saidRefusals = ['stale', 'not-active', 'last-operator'] as const
const isSaid = (refusal: OfficesRefusal): refusal is (typeof saidRefusals)[number] =>
  saidRefusals.some((one) => one === refusal)

async function showErase(c: Ctx, platform: Platform, viewer: Viewer, person: PersonRow): Promise<Response> {
  if (person.id === viewer.personId) return c.notFound()
  return html(c, <ErasePage frame={frameOf(c, platform, viewer)} person={person} />)
}

async function eraseOne(c: Ctx, platform: Platform, viewer: Viewer, person: PersonRow): Promise<Response> {
  const read = readForm(c, eraseForm)
  if (person.id === viewer.personId) return c.notFound()
  const frame = frameOf(c, platform, viewer)
  const t = words.for(viewer.reader)
  const typed = read.ok ? read.value.address : ''
  if (typed.trim().toLowerCase() !== person.address) {
    const wrong = t('operator.erase.wrong')
    return html(c, <ErasePage frame={frame} person={person} wrong={wrong} typed={typed} />, 422)
  }
  if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
  const erased = await transact(platform.db, (tx) => erase(tx, viewer.personId, person.id as PersonId))
  if (erased.ok) {
    platform.wake()
    return seeOther(c, withQuery(operatorPeoplePath.to(), { done: 'erased' }))
  }
  const { refusal } = erased
  if (refusal.code === 'not-operator') return c.notFound()
  const why =
    refusal.code === 'last-administrator'
      ? { keptFor: refusal.accounts }
      : { problem: t(`operator.refused.${refusal.code}`) }
  return html(c, <ErasePage frame={frame} person={person} typed={typed} {...why} />, 409)
}

async function showMerge(c: Ctx, platform: Platform, viewer: Viewer, person: PersonRow): Promise<Response> {
  return mergePage(c, platform, viewer, { person, typed: c.req.query('with') ?? '' })
}

async function mergePage(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { person, typed, problem }: { person: PersonRow; typed: string; problem?: string },
): Promise<Response> {
  const frame = frameOf(c, platform, viewer)
  const t = words.for(viewer.reader)
  if (typed === '') return html(c, <MergePage frame={frame} person={person} />)
  const other = await otherAt(platform, typed)
  if (!other || other.id === person.id) {
    const wrong = t(other ? 'operator.refused.oneself' : 'operator.refused.nobody')
    return html(c, <MergePage frame={frame} person={person} typed={typed} wrong={wrong} />, 422)
  }
  const [one, two] = [person.id as PersonId, other.id as PersonId]
  const [stays, goes] = await Promise.all([
    previewOf(platform.db, { stays: one, goes: two }),
    previewOf(platform.db, { stays: two, goes: one }),
  ])
  const previews = { stays, goes }
  const shown = { frame, person, other, previews, problem }
  return html(c, <MergePage {...shown} />, problem === undefined ? 200 : 409)
}

async function otherAt({ db }: Platform, typed: string): Promise<PersonRow | undefined> {
  const address = readAddress(typed)
  return address.ok ? personAtAddress(db, address.value) : undefined
}

async function merge(c: Ctx, platform: Platform, viewer: Viewer, person: PersonRow): Promise<Response> {
  const read = readForm(c, mergeForm)
  const typed = read.ok ? read.value.with : ''
  const other = await otherAt(platform, typed)
  const both = [person.id, other?.id]
  if (!read.ok || !other || !both.includes(read.value.stays))
    return mergePage(c, platform, viewer, {
      person,
      typed,
      problem: words.for(viewer.reader)('operator.refused.nobody'),
    })
  if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
  const stays = read.value.stays as PersonId
  const goes = (stays === person.id ? other.id : person.id) as PersonId
  const merged = await transact(platform.db, (tx) => mergePeople(tx, viewer.personId, { stays, goes }))
  if (!merged.ok)
    return mergePage(c, platform, viewer, { person, typed, problem: sayMerge(viewer, merged.refusal) })
  platform.wake()
  return seeOther(
    c,
    withQuery(operatedPersonPath.to(stays), { done: 'merged', n: String(merged.value.grants) }),
  )
}

function sayMerge({ reader }: Viewer, refusal: MergeRefusal): string {
  return words.for(reader)(`operator.refused.${refusal}`)
}
