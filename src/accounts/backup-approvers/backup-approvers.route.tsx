import { Hono } from 'hono'
import type { PersonId } from '../../kernel/id.ts'
import { backupApproversPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
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
import { doneIn, heldAt, settingsOf, type Shown } from '../settings/settings.route.ts'
import { sightOfAdministrators } from '../settings/sight.store.ts'
import { addressesTyped, backupApproversForm } from './backup-approvers.form.ts'
import { BackupApproversPage } from './backup-approvers.page.tsx'
import { backupsOf } from './backup-approvers.store.ts'
import { changeBackupApprovers } from './change-backup-approvers.ts'

/** Who is mailed only once a request is late: the page, and the change. */
export function backupApproversRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(backupApproversPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(backupApproversPath.pattern, changing(platform))
}

const said = { saved: 'settings.saved', unchanged: 'settings.unchanged' } as const

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const seen = await settingsOf(c, platform, viewer)
  if (!seen) return c.notFound()
  const { account } = seen
  const [backups, { version }] = await Promise.all([
    backupsOf(platform.db, account.id),
    sightOfAdministrators(platform.db, account.id),
  ])
  const held = await heldAt(c, platform, viewer, backupApproversPath.to(account.identifier))
  const { status = 200, typed = held, ...rest } = shown
  const what = doneIn(c, said)
  const flash = what && ({ kind: 'success', text: words.for(viewer.reader)(what) } as const)
  const props = { frame: frameOf(c, platform, viewer), seen, backups, version, typed, flash }
  return html(c, <BackupApproversPage {...props} {...rest} />, status)
}

function changing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: backupApproversForm,
    lists: ['people'],
    async run(tx, viewer, { version, people, others }, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      return changeBackupApprovers(tx, viewer, {
        account: seen.account.id,
        people: people as PersonId[],
        addresses: addressesTyped(others),
        version,
      })
    },
    invalid: () => {
      throw new MalformedForm('people')
    },
    refused(c, viewer, { refusal, typed }) {
      const t = words.for(viewer.reader)
      if (refusal.code === 'not-found') return c.notFound()
      if (refusal.code === 'no-decider') {
        const errors = { others: t('backups.error.no-decider', { address: refusal.address }) }
        return show(c, platform, viewer, { typed, errors, status: 422 })
      }
      return show(c, platform, viewer, { typed, refused: t('settings.changed-meanwhile'), status: 409 })
    },
    done: (c, _, what) =>
      seeOther(c, `${backupApproversPath.to(c.req.param('identifier') ?? '')}?done=${what}`),
  })
}
