import { Hono } from 'hono'
import {
  changeInstallationPatience,
  installationPatience,
  patienceForm,
  patienceTyped,
  readPatience,
  sayProblems,
} from '../../accounts/index.ts'
import { operatorSettingsPath } from '../../paths/operator.ts'
import { frameOf, operator, takeHeld, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  seeOther,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { OperatorSettingsPage, type OperatorSettingsProps } from './settings.page.tsx'
import { settingsChanges } from './settings.query.ts'

const changesShown = 20

/** The installation's numbers: the page with its history, and the change. */
export function operatorSettingsRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(operatorSettingsPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(operatorSettingsPath.pattern, changing(platform))
}

type Shown = Partial<Pick<OperatorSettingsProps, 'typed' | 'errors' | 'refused'>> & {
  readonly status?: 409 | 422
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const { db } = platform
  const [stored, changes] = await Promise.all([installationPatience(db), settingsChanges(db, changesShown)])
  const isRead = c.req.method === 'GET'
  const held = isRead ? await takeHeld(db, viewer.personId, operatorSettingsPath.to()) : null
  const { status = 200, typed = held ?? patienceTyped(stored.own), ...rest } = shown
  const frame = frameOf(c, platform, viewer)
  const props = { frame, typed, version: stored.version, changes, flash: flashOf(c, viewer) }
  return html(c, <OperatorSettingsPage {...props} {...rest} />, status)
}

function flashOf(c: Ctx, { reader }: Viewer) {
  const what = c.req.query('done')
  if (what !== 'saved' && what !== 'unchanged') return undefined
  return { kind: 'success', text: words.for(reader)(`operator.settings.${what}`) } as const
}

function changing(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: patienceForm,
    async run(tx, viewer, { version, ...typed }) {
      const { own, problems } = readPatience(typed)
      if (Object.keys(problems).length > 0)
        return { ok: false, refusal: { code: 'unfit', problems } } as const
      return changeInstallationPatience(tx, viewer.personId, { own, version })
    },
    invalid: () => {
      throw new MalformedForm('numbers')
    },
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'unfit') {
        const errors = sayProblems(viewer.reader, refusal.problems)
        return show(c, platform, viewer, { typed, errors, status: 422 })
      }
      const refused = words.for(viewer.reader)('operator.settings.changed-meanwhile')
      return show(c, platform, viewer, { typed, refused, status: 409 })
    },
    done: (c, _, changed) =>
      seeOther(c, `${operatorSettingsPath.to()}?done=${changed.length > 0 ? 'saved' : 'unchanged'}`),
  })
}
