import { Hono } from 'hono'
import { may } from '../../accounts/domain/rights.ts'
import { seenAccount, opensTab } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { accountAgreementsPath } from '../../paths/accounts.ts'
import { agreementVersionPath } from '../../paths/agreements.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { command, type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { acceptFor, type AcceptRefusal } from '../accept/accept.ts'
import { agreementsOf, findVersion } from '../agreements.store.ts'
import { type AgreementId, outstanding } from '../domain/agreement.ts'
import { words } from '../messages/index.ts'
import { refuse } from '../../kernel/outcome.ts'
import { acceptForm, acceptLists } from './agreements.form.ts'
import { AgreementsPage } from './agreements.page.tsx'
import { VersionPage } from './version.page.tsx'

type Again = {
  readonly status?: 409 | 422
  readonly error?: string
  readonly refused?: string
}

async function seenIn(c: Ctx, platform: Platform, viewer: Viewer) {
  const seen = await seenAccount(platform.db, viewer, c.req.param('identifier') ?? '')
  return seen && opensTab(seen, 'agreements') ? seen : undefined
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, again: Again = {}): Promise<Response> {
  const seen = await seenIn(c, platform, viewer)
  if (!seen) return c.notFound()
  const { versions, newest, accepted } = await agreementsOf(platform.db, seen.account.id)
  const t = words.for(viewer.reader)
  const said = c.req.query('done') === 'accepted' ? t('agreements.accepted') : undefined
  const flash = again.refused
    ? ({ kind: 'warning', text: again.refused } as const)
    : said && ({ kind: 'success', text: said } as const)
  const props = {
    frame: frameOf(c, platform, viewer),
    seen,
    now: viewer.now,
    versions,
    toAccept: outstanding(newest, accepted),
    newest,
    accepted,
    mayAccept: may(seen.rights, 'accept-agreements', { kind: 'ACCOUNT' }),
    flash: flash || undefined,
    error: again.error,
  }
  return html(c, <AgreementsPage {...props} />, again.status ?? 200)
}

function accepting(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: acceptForm,
    lists: acceptLists,
    async run(tx, viewer, { version: versions }, c) {
      const seen = await seenIn(c, platform, viewer)
      if (!seen) return refuse<AcceptRefusal>({ code: 'not-found' })
      return acceptFor(tx, viewer, { account: seen.account.id, versions })
    },
    invalid: (c, viewer) =>
      show(c, platform, viewer, {
        status: 422,
        error: words.for(viewer.reader)('agreements.agree-missing'),
      }),
    refused: (c, viewer, { refusal }) =>
      refusal.code === 'not-found'
        ? c.notFound()
        : show(c, platform, viewer, {
            status: 409,
            refused: words.for(viewer.reader)('agreements.text-changed'),
          }),
    done: (c) => seeOther(c, `${accountAgreementsPath.to(c.req.param('identifier') ?? '')}?done=accepted`),
  })
}

/** The agreements of an account, accepting them, and each version to be read. */
export function agreementsRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(accountAgreementsPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .post(accountAgreementsPath.pattern, accepting(platform))
    .get(
      agreementVersionPath.pattern,
      page({
        who,
        async show(c: Ctx, viewer) {
          const [id = '', n = ''] = [c.req.param('id'), c.req.param('version')]
          if (!isId(id) || !/^[1-9]\d{0,5}$/.test(n)) return c.notFound()
          const version = await findVersion(platform.db, {
            agreementId: id as AgreementId,
            version: Number(n),
          })
          if (!version) return c.notFound()
          return html(c, <VersionPage frame={frameOf(c, platform, viewer)} version={version} />)
        },
      }),
    )
}
