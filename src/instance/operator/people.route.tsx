import { Hono } from 'hono'
import { isId, type PersonId } from '../../kernel/id.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  addPersonPath,
  disablePersonPath,
  enablePersonPath,
  operatorPeoplePath,
  operatorTroublePath,
} from '../../paths/operator.ts'
import {
  addPerson,
  enablePerson,
  frameOf,
  operator,
  tellSessionsEnded,
  type Viewer,
} from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  page,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import { mailWaits } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { DisablePage } from './disable.page.tsx'
import { AddPersonPage } from './forms.page.tsx'
import { flashOf } from './frame.page.tsx'
import { PeoplePage } from './lists.page.tsx'
import { disableForm, personForm, pressForm } from './operator.form.ts'
import { deadJobs, findPerson, peopleAfter, peopleFilters, stuckMails } from './operator.query.ts'
import { listed } from './paging.ts'
import { shutOut } from '../shut-out/shut-out.ts'
import { TroublePage } from './trouble.page.tsx'

/** The operator's pages about people, and about what does not work. */
export function peopleRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(operatorPeoplePath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .get(
      addPersonPath.pattern,
      page({ who, show: (c, viewer) => html(c, <AddPersonPage frame={frameOf(c, platform, viewer)} />) }),
    )
    .post(addPersonPath.pattern, adding(platform))
    .get(disablePersonPath.pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(disablePersonPath.pattern, shuttingOut(platform))
    .post(enablePersonPath.pattern, enabling(platform))
    .get(
      operatorTroublePath.pattern,
      page({
        who,
        async show(c, viewer) {
          const { db } = platform
          const [jobs, mails] = await Promise.all([deadJobs(db), stuckMails(db)])
          const frame = frameOf(c, platform, viewer)
          return html(
            c,
            <TroublePage frame={frame} jobs={jobs} mails={mails} mailWaits={mailWaits(platform)} />,
          )
        },
      }),
    )
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const only = peopleFilters.find((one) => one === c.req.query('only')) ?? 'all'
  const shown = await listed(c, platform, viewer, {
    name: `operated-people:${only}`,
    read: (db, paging) => peopleAfter(db, { ...paging, only }),
    keyOf: ({ address }) => address,
  })
  const opened = Number(c.req.query('cases') ?? 0)
  const n = Number.isSafeInteger(opened) ? opened : 0
  const flash = flashOf(shown.frame, c.req.query('done'), { n })
  return html(c, <PeoplePage {...shown} only={only} flash={flash} viewer={viewer.personId} />)
}

function adding(platform: Platform) {
  const again = (c: Ctx, viewer: Viewer, typed: Typed, errors: FieldErrors) =>
    html(c, <AddPersonPage frame={frameOf(c, platform, viewer)} typed={typed} errors={errors} />, 422)
  const mistakes = {
    'address-wrong': { address: 'operator.error.address' },
    'address-taken': { address: 'operator.error.address-taken' },
    'company-wrong': {},
    'country-wrong': {},
    'name-wrong': { firstName: 'operator.error.first-name', lastName: 'operator.error.last-name' },
  } as const
  return command(platform, {
    who: operator(platform),
    form: personForm,
    run: (tx, viewer, { operator: isOperator, support, ...person }) =>
      addPerson(tx, viewer.personId, {
        ...person,
        isOperator: isOperator === 'yes',
        isSupport: support === 'yes',
      }),
    invalid: (c, viewer, { typed, errors }) => again(c, viewer, typed, errors),
    refused: (c, viewer, { refusal, typed }) => again(c, viewer, typed, mistakes[refusal]),
    done: (c) => seeOther(c, `${operatorPeoplePath.to()}?done=added-person`),
  })
}

function personIn(c: Ctx): PersonId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as PersonId) : undefined
}

async function ask(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  wrong: { typed?: Typed; missing?: boolean } = {},
): Promise<Response> {
  const id = personIn(c)
  const person = id && (await findPerson(platform.db, id))
  if (!person || person.status !== 'ACTIVE' || id === viewer.personId) return c.notFound()
  const typed = typeof wrong.typed?.['reason'] === 'string' ? wrong.typed['reason'] : ''
  const frame = frameOf(c, platform, viewer)
  const shown = <DisablePage frame={frame} person={person} typed={typed} missing={wrong.missing} />
  return html(c, shown, wrong.missing ? 422 : 200)
}

const shortestReason = 10
const late = (c: Ctx) => seeOther(c, `${operatorPeoplePath.to()}?done=late`)

function shuttingOut(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: disableForm,
    async run(tx, viewer, form, c) {
      const person = personIn(c)
      const reason = form.reason.trim().length < shortestReason ? '' : form.reason.trim()
      return person
        ? shutOut(tx, viewer.personId, { person, reason })
        : { ok: false, refusal: 'nobody' as const }
    },
    invalid: late,
    // Who disables is an operator, so that the last one is met at the machine alone.
    refused: (c, viewer, { refusal, typed }) =>
      refusal === 'last-administrator' ? ask(c, platform, viewer, { typed, missing: true }) : late(c),
    done: (c, _, cases) => {
      const person = personIn(c)
      if (person) tellSessionsEnded(platform, person)
      return seeOther(c, withQuery(operatorPeoplePath.to(), { done: 'disabled', cases: String(cases) }))
    },
  })
}

function enabling(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: pressForm,
    async run(tx, viewer, _, c) {
      const id = personIn(c)
      return id ? enablePerson(tx, viewer.personId, id) : { ok: false, refusal: 'nobody' as const }
    },
    invalid: late,
    refused: late,
    done: (c) => seeOther(c, `${operatorPeoplePath.to()}?done=enabled`),
  })
}
