import { Hono } from 'hono'
import { z } from 'zod'
import { record } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { mailSettingsPath, testMailPath } from '../../paths/operator.ts'
import {
  askForPassword,
  frameOf,
  operator,
  takeHeld,
  typedPasswordRecently,
  type Viewer,
} from '../../people/index.ts'
import { command, type Ctx, type Env, html, page, seeOther, type Typed } from '../../platform/http/index.ts'
import { type ChosenServer, chosenServer, senderOf } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { refreshSettings } from '../general/keep-settings.ts'
import { words } from '../messages/index.ts'
import { changeMailServer } from './change-mail-server.ts'
import { MailServerPage, type MailServerProps } from './mail-server.page.tsx'
import { type TypedMailServer, typedOf } from './read-mail-server.ts'

const line = z.string().max(1_000).default('')
const form = z.strictObject({
  version: z.coerce.number().int(),
  host: line,
  port: line,
  security: z.enum(['TLS', 'STARTTLS']).default('TLS'),
  user: line,
  password: line,
  senderName: line,
  senderAddress: line,
})
const press = z.strictObject({})

/** The mail server and the sender: the page, the change, and a mail to see whether mail arrives. */
export function mailServerRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(mailSettingsPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(mailSettingsPath.pattern, changing(platform))
    .post(testMailPath.pattern, testing(platform))
}

function typedIn(typed: Typed): TypedMailServer {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  return {
    host: text('host'),
    port: text('port'),
    security: text('security') === 'STARTTLS' ? 'STARTTLS' : 'TLS',
    user: text('user'),
    password: '',
    senderName: text('senderName'),
    senderAddress: text('senderAddress'),
  }
}

type Shown = Pick<MailServerProps, 'problems' | 'refused'> & { readonly typed?: TypedMailServer }

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const { db, config, settings } = platform
  const stored = await chosenServer(db)
  const held = c.req.method === 'GET' ? await takeHeld(db, viewer.personId, mailSettingsPath.to()) : null
  const { typed = held ? typedIn(held) : typedOf(stored), ...rest } = shown
  const unchosen = { ...platform, settings: { ...settings, sender: { name: '', address: '' } } }
  const props = {
    frame: frameOf(c, platform, viewer),
    typed,
    version: stored.version,
    hasPassword: stored.password !== null,
    usualSender: senderOf(unchosen).address,
    fixed: {
      server: config.smtpUrl && new URL(config.smtpUrl).host,
      sender: config.mailFrom,
      isDemo: config.demo,
    },
    address: viewer.address,
    flash: flashOf(c, viewer),
  }
  return html(c, <MailServerPage {...props} {...rest} />, rest.problems ? 422 : rest.refused ? 409 : 200)
}

const flashes = {
  saved: 'mail-server.saved',
  unchanged: 'general.unchanged',
  tested: 'general.tested',
} as const

function flashOf(c: Ctx, viewer: Viewer) {
  const what = (Object.keys(flashes) as (keyof typeof flashes)[]).find((one) => one === c.req.query('done'))
  return what && ({ kind: 'success', text: words.for(viewer.reader)(flashes[what]) } as const)
}

// What the environment says is no field of the form, and stays as it was chosen.
function asked({ config }: Platform, typed: TypedMailServer, stored: ChosenServer): TypedMailServer {
  const { host, port, security, user, senderName, senderAddress } = typedOf(stored)
  return {
    ...typed,
    ...(config.smtpUrl === null && !config.demo ? {} : { host, port, security, user, password: '' }),
    ...(config.mailFrom === null ? {} : { senderName, senderAddress }),
  }
}

function changing(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form,
    async run(tx, viewer, { version, ...typed }) {
      const by = { personId: viewer.personId, typedPassword: typedPasswordRecently(viewer) }
      const wish = asked(platform, typed, await chosenServer(tx))
      return changeMailServer(tx, by, { key: platform.key, version, typed: wish })
    },
    invalid: (c) => c.notFound(),
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
      const t = words.for(viewer.reader)
      return refusal.code === 'unfit'
        ? show(c, platform, viewer, { typed: typedIn(typed), problems: refusal.problems })
        : show(c, platform, viewer, {
            typed: typedIn(typed),
            refused: t('operator.settings.changed-meanwhile'),
          })
    },
    async done(c, _, isChanged) {
      await refreshSettings(platform)
      platform.wake()
      return seeOther(c, `${mailSettingsPath.to()}?done=${isChanged ? 'saved' : 'unchanged'}`)
    },
  })
}

function testing(platform: Platform) {
  const back = (c: Ctx) => seeOther(c, mailSettingsPath.to())
  return command(platform, {
    who: operator(platform),
    form: press,
    run: async (tx, viewer) =>
      done(await record(tx, { type: 'mail.tested', account: installation, actor: viewer.personId })),
    invalid: back,
    refused: back,
    done: (c) => seeOther(c, `${mailSettingsPath.to()}?done=tested`),
  })
}
