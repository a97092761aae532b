import { Hono } from 'hono'
import { z } from 'zod'
import { generalSettingsPath } from '../../paths/operator.ts'
import {
  askForPassword,
  frameOf,
  operator,
  takeHeld,
  typedPasswordRecently,
  type Viewer,
} from '../../people/index.ts'
import { command, type Ctx, type Env, html, page, seeOther, type Typed } from '../../platform/http/index.ts'
import { locales } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { changeGeneral } from './change-general.ts'
import { GeneralPage, type Variable } from './general.page.tsx'
import { type General, generalSettings } from './general.store.ts'
import { refreshSettings, settingsOfFile } from './keep-settings.ts'

const yesOrNo = { FILE: null, YES: true, NO: false } as const
type Choice = keyof typeof yesOrNo
const form = z.strictObject({
  version: z.coerce.number().int(),
  name: z.string().max(300),
  support: z.enum(['FILE', 'YES', 'NO']),
  proof: z.enum(['FILE', 'YES', 'NO']),
  shows: z.enum(['NAMES', 'RELAY', 'NONE']),
  language: z.enum(locales),
})

/** The settings of the whole installation, and what the environment says. */
export function generalRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(generalSettingsPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(generalSettingsPath.pattern, changing(platform))
}

const changerIs = (viewer: Viewer) => ({
  personId: viewer.personId,
  typedPassword: typedPasswordRecently(viewer),
})

// What was typed, as it is shown again.
function typedGeneral(typed: Typed): General {
  return {
    version: 0,
    name: String(typed['name'] ?? ''),
    supportMayDecide: yesOrNo[(typed['support'] as Choice | undefined) ?? 'FILE'],
    newAccountsNeedProof: yesOrNo[(typed['proof'] as Choice | undefined) ?? 'FILE'],
    showAdministrators: (typed['shows'] as General['showAdministrators'] | undefined) ?? 'NAMES',
    language: (typed['language'] as General['language'] | undefined) ?? 'en',
  }
}

type Shown = { readonly general?: General; readonly wrong?: string; readonly refused?: string }

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const stored = await generalSettings(platform.db)
  const held =
    c.req.method === 'GET' ? await takeHeld(platform.db, viewer.personId, generalSettingsPath.to()) : null
  const { general = held ? typedGeneral(held) : stored, ...rest } = shown
  const props = {
    frame: frameOf(c, platform, viewer),
    general: { ...general, version: stored.version },
    file: settingsOfFile(platform),
    variables: variablesOf(platform),
    links: platform.settings,
    flash: flashOf(c, viewer),
  }
  const status = rest.wrong ? 422 : rest.refused ? 409 : 200
  return html(c, <GeneralPage {...props} {...rest} />, status)
}

const flashes = ['saved', 'unchanged'] as const

function flashOf(c: Ctx, viewer: Viewer) {
  const what = flashes.find((one) => one === c.req.query('done'))
  return what && ({ kind: 'success', text: words.for(viewer.reader)(`general.${what}`) } as const)
}

function variablesOf({ config, publicUrl }: Platform): Variable[] {
  return [
    { name: 'PUBLIC_URL', value: publicUrl },
    { name: 'SMTP_URL', value: config.smtpUrl && 'set', isSecret: true },
    { name: 'MAIL_FROM', value: config.mailFrom },
    { name: 'INBOUND_SMTP', value: config.inboundSmtp },
    { name: 'INBOUND_DOMAIN', value: config.inboundDomain },
    { name: 'SUPPORT_ADDRESS', value: config.supportAddress },
    { name: 'DATABASE_URL', value: config.databaseUrl && 'set', isSecret: true },
    { name: 'DATABASE_OWNER_URL', value: config.databaseOwnerUrl && 'set', isSecret: true },
    { name: 'DNS_SERVER', value: config.dnsServer },
    { name: 'TRUSTED_PROXIES', value: config.trustedProxies.join(', ') || null },
    { name: 'LOG_LEVEL', value: config.logLevel },
    { name: 'SETTINGS_FILE', value: config.settingsFile },
    { name: 'DATA_DIR', value: config.dataDir },
  ]
}

function changing(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form,
    run: (tx, viewer, { version, name, support, proof, shows, language }) =>
      changeGeneral(tx, changerIs(viewer), {
        version,
        name,
        supportMayDecide: yesOrNo[support],
        newAccountsNeedProof: yesOrNo[proof],
        showAdministrators: shows,
        language,
      }),
    invalid: (c) => c.notFound(),
    refused(c, viewer, { refusal, typed }) {
      if (refusal === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
      const t = words.for(viewer.reader)
      const general = typedGeneral(typed)
      return refusal === 'name-unfit'
        ? show(c, platform, viewer, { general, wrong: t('general.name.unfit') })
        : show(c, platform, viewer, { general, refused: t('operator.settings.changed-meanwhile') })
    },
    async done(c, _, changed) {
      await refreshSettings(platform)
      return seeOther(c, `${generalSettingsPath.to()}?done=${changed.length > 0 ? 'saved' : 'unchanged'}`)
    },
  })
}
