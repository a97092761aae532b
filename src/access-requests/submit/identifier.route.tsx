import { askPath, askReasonPath } from '../../paths/access-requests.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { type Ctx, html, page, readForm, seeOther, textOf } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { missingFrom } from '../domain/request.ts'
import { profileOf, verifiedDomainsOf } from '../profile.ts'
import { answerTo } from '../refusal-answers.ts'
import { readDraft } from './drafts.store.ts'
import { IdentifierPage, type IdentifierPageProps } from './identifier.page.tsx'
import { directoryOf } from './look-up.query.ts'
import { countLookUp } from './look-up.limit.ts'
import { lookUp } from './look-up.ts'
import { identifierForm } from './submit.form.ts'

type Shown = Pick<IdentifierPageProps, 'typed' | 'error' | 'waitMinutes'>

/** Step 1: shows the form. */
export function showIdentifier(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      return html(c, await pageFor(c, platform, viewer, { typed: await typedBefore(c, platform, viewer) }))
    },
  })
}

/** Step 1: looks the account up, and leads on to why. */
export function lookUpAccount(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const form = readForm(c, identifierForm)
      const typed = textOf(form.typed, 'identifier')
      if (!form.ok) {
        const error = form.errors['identifier'] as IdentifierPageProps['error']
        return html(c, await pageFor(c, platform, viewer, { typed, error }), 422)
      }
      const full = await countLookUp(platform.db, c.get('clientNetwork'))
      if (full > 0) return tooMany(c, platform, viewer, { typed, seconds: full })
      const found = await lookUp(platform.db, viewer, typed)
      if (found.ok) return seeOther(c, askReasonPath.to())
      if (found.refusal.code === 'too-many') {
        return tooMany(c, platform, viewer, { typed, seconds: found.refusal.seconds })
      }
      return html(c, await pageFor(c, platform, viewer, { typed, error: 'ask.identifier.unknown' }), 422)
    },
  })
}

async function tooMany(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { typed, seconds }: { typed: string; seconds: number },
): Promise<Response> {
  c.header('Retry-After', String(seconds))
  const shown = { typed, waitMinutes: Math.ceil(seconds / 60) }
  return html(c, await pageFor(c, platform, viewer, shown), 429)
}

async function typedBefore(c: Ctx, platform: Platform, viewer: Viewer): Promise<string> {
  const { draft, held } = await readDraft(platform.db, viewer.personId, askPath.to())
  const kept = held ? await takeHeld(platform.db, viewer.personId, askPath.to()) : null
  return textOf(kept ?? {}, 'identifier') || c.req.query('account') || textOf(draft, 'identifier')
}

async function pageFor(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown) {
  const directory = await directoryOf(platform.db, viewer.personId, verifiedDomainsOf(viewer))
  const profile = profileOf(viewer)
  return (
    <IdentifierPage
      frame={frameOf(c, platform, viewer)}
      profile={profile}
      directory={directory}
      missing={missingOf(viewer)}
      {...shown}
    />
  )
}

function missingOf(viewer: Viewer): IdentifierPageProps['missing'] {
  const say = (refusal: Parameters<typeof answerTo>[0]) => answerTo(refusal, viewer.reader).text
  if (!viewer.verified) return { kind: 'address', text: say({ code: 'address-unverified' }) }
  const missing = missingFrom(profileOf(viewer))
  if (missing.length === 0) return undefined
  return { kind: 'profile', text: say({ code: 'profile-incomplete', missing }) }
}
