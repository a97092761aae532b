import type { ClaimId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { command, type Ctx, html, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { back, isTooOften, type Refused, sayRefusal } from './claim-answers.tsx'
import { newClaimForm } from './claims.form.ts'
import { NewClaimPage } from './claims.page.tsx'
import { openClaim } from './open-claim.ts'

/** Opening a claim. */
export function newClaim(platform: Platform) {
  const again = (
    c: Ctx,
    viewer: Viewer,
    typed: Typed,
    more: { errors?: Record<string, string>; flash?: Flash },
  ) =>
    html(
      c,
      <NewClaimPage frame={frameOf(c, platform, viewer)} typed={typed} {...more} />,
      more.errors ? 422 : 409,
    )
  return command(platform, {
    who: signedIn(platform),
    form: newClaimForm,
    run: async (tx, viewer, form): Promise<Outcome<ClaimId, Refused>> => {
      if (await isTooOften(platform, viewer, 'open')) return refuse({ code: 'too-often' })
      return openClaim(tx, viewer, form)
    },
    invalid: (c, viewer, { typed, errors }) => again(c, viewer, typed, { errors }),
    refused: (c, viewer, { refusal, typed }) =>
      refusal.code === 'not-found'
        ? c.notFound()
        : again(c, viewer, typed, { flash: sayRefusal(viewer, refusal) }),
    done: (c, _viewer, id) => back(c, id, 'opened'),
  })
}
