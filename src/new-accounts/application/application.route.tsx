import { Hono } from 'hono'
import { acceptLists } from '../../agreements/index.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  acceptNominationPath,
  applicationPath,
  applicationsPath,
  applicationRoleMailPath,
  approveApplicationPath,
  askForActionPath,
  changeNomineePath,
  checkApplicationDnsPath,
  declineApplicationPath,
  proveByProviderPath,
  refuseNominationPath,
  remindNomineePath,
  withdrawApplicationPath,
} from '../../paths/new-accounts.ts'
import { signedIn, type Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { command, type Ctx, type Env, MalformedForm, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { z } from 'zod'
import { withdrawApplication } from '../apply/change.ts'
import type { ApplicationId } from '../domain/application.ts'
import { acceptNomination, refuseNomination } from '../nominate/answer.ts'
import { changeNominee, remindNominee } from '../nominate/nominee.ts'
import { answerApplication, approveApplication } from '../operate/operate.ts'
import { askRoleMail, proveByProvider } from '../prove/prove.ts'
import { back, flashIn, refused, type Said, show } from './answers.tsx'
import type { StepRefusal } from './step-refusal.ts'
import {
  acceptForm,
  approveForm,
  askForm,
  buttonForm,
  declineForm,
  nomineeForm,
  refuseForm,
  roleMailForm,
} from './application.form.ts'
import { checkDns, isTooOften } from './check-dns.route.ts'
import { applicationIdIn } from './load.route.ts'

/** A form on the page of an application that does one thing. */
function step<Schema extends z.ZodType, Value>(
  platform: Platform,
  parts: {
    readonly form: Schema
    readonly lists?: readonly string[]
    readonly run: (
      tx: Tx,
      viewer: Viewer,
      asked: { readonly id: ApplicationId; readonly form: z.output<Schema> },
    ) => Promise<Outcome<Value, StepRefusal>>
    readonly done: (value: Value) => Said
  },
) {
  return command(platform, {
    who: signedIn(platform),
    form: parts.form,
    ...(parts.lists ? { lists: parts.lists } : {}),
    run: (tx, viewer, form, c): Promise<Outcome<Value, StepRefusal>> => {
      const id = applicationIdIn(c)
      if (!id) return Promise.resolve(refuse<StepRefusal>({ code: 'not-found' }))
      return parts.run(tx, viewer, { id, form })
    },
    invalid(c, viewer, wrong) {
      if ('version' in wrong.errors) throw new MalformedForm('version')
      return show(c, platform, viewer, { ...wrong, status: 422 })
    },
    refused: (c, viewer, { refusal }) => refused(c, platform, viewer, refusal),
    done: (c, _viewer, value) => back(c, parts.done(value)),
  })
}

function requesterSteps(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .post(
      withdrawApplicationPath.pattern,
      step(platform, {
        form: buttonForm,
        run: (tx, viewer, { id }) => withdrawApplication(tx, viewer, id),
        done: () => 'withdrawn',
      }),
    )
    .post(
      changeNomineePath.pattern,
      step(platform, {
        form: nomineeForm,
        run: (tx, viewer, { id, form }) => changeNominee(tx, viewer, { id, address: form.nominee }),
        done: () => 'nominated',
      }),
    )
    .post(
      remindNomineePath.pattern,
      step(platform, {
        form: buttonForm,
        run: (tx, viewer, { id }) => remindNominee(tx, viewer, id),
        done: () => 'reminded',
      }),
    )
    .post(checkApplicationDnsPath.pattern, checkDns(platform))
    .post(
      proveByProviderPath.pattern,
      step(platform, {
        form: buttonForm,
        run: (tx, viewer, { id }): Promise<Outcome<null, StepRefusal>> => proveByProvider(tx, viewer, id),
        done: () => 'proven',
      }),
    )
    .post(
      applicationRoleMailPath.pattern,
      step(platform, {
        form: roleMailForm,
        async run(tx, viewer, { id, form }): Promise<Outcome<null, StepRefusal>> {
          if (await isTooOften(platform, viewer, 'mail')) return refuse({ code: 'too-often' })
          return askRoleMail(tx, viewer, { id, mailbox: form.mailbox })
        },
        done: () => 'mailed',
      }),
    )
}

function nomineeSteps(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .post(
      acceptNominationPath.pattern,
      step(platform, {
        form: acceptForm,
        lists: acceptLists,
        run: (tx, viewer, { id, form }) => acceptNomination(tx, viewer, { id, versions: form.version }),
        done: (how) => (how === 'ACTIVE' ? 'accepted' : 'held'),
      }),
    )
    .post(
      refuseNominationPath.pattern,
      command(platform, {
        who: signedIn(platform),
        form: refuseForm,
        run: (tx, viewer, form, c): Promise<Outcome<null, StepRefusal>> => {
          const id = applicationIdIn(c)
          if (!id) return Promise.resolve(refuse<StepRefusal>({ code: 'not-found' }))
          return refuseNomination(tx, viewer, { id, reason: form.reason })
        },
        invalid: (c, viewer, wrong) => show(c, platform, viewer, { ...wrong, status: 422 }),
        refused: (c, viewer, { refusal }) => refused(c, platform, viewer, refusal),
        // The page is no longer theirs to see.
        done: (c) => seeOther(c, `${applicationsPath.to()}?done=refused`),
      }),
    )
}

function operatorSteps(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .post(
      approveApplicationPath.pattern,
      step(platform, {
        form: approveForm,
        run: (tx, viewer, { id, form }) => approveApplication(tx, viewer, { id, ...form }),
        done: () => 'approved',
      }),
    )
    .post(
      askForActionPath.pattern,
      step(platform, {
        form: askForm,
        run: (tx, viewer, { id, form: { version, askNote: note } }) =>
          answerApplication(tx, viewer, { id, version, step: 'ask', note }),
        done: () => 'asked',
      }),
    )
    .post(
      declineApplicationPath.pattern,
      step(platform, {
        form: declineForm,
        run: (tx, viewer, { id, form: { version, declineNote: note } }) =>
          answerApplication(tx, viewer, { id, version, step: 'decline', note }),
        done: () => 'declined',
      }),
    )
}

/** One application, and every step that can be taken on its page. */
export function applicationRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const one = page({
    who,
    show: (c: Ctx, viewer) => show(c, platform, viewer, { flash: flashIn(c, viewer) }),
  })
  const home = page({ who, show: (c: Ctx) => seeOther(c, applicationPath.to(c.req.param('id') ?? '')) })
  const app = new Hono<Env>()
    .get(applicationPath.pattern, one)
    .route('/', requesterSteps(platform))
    .route('/', nomineeSteps(platform))
    .route('/', operatorSteps(platform))
  // Whoever had to sign in again comes back by the address of the form.
  for (const { pattern } of steps) app.get(pattern, home)
  return app
}

const steps = [
  withdrawApplicationPath,
  changeNomineePath,
  remindNomineePath,
  proveByProviderPath,
  checkApplicationDnsPath,
  applicationRoleMailPath,
  acceptNominationPath,
  refuseNominationPath,
  approveApplicationPath,
  askForActionPath,
  declineApplicationPath,
] as const
