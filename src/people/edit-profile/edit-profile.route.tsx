import { Hono } from 'hono'
import { companyDetailsPath, personalDetailsPath, profilePath } from '../../paths/people.ts'
import { command, type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ownPathOr } from '../domain/next-path.ts'
import type { Profile } from '../domain/viewer.ts'
import { type Again, typedIn } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { takeHeld } from '../held.store.ts'
import type { Viewer } from '../viewer.query.ts'
import { signedIn } from '../who.ts'
import { editProfile } from './edit-profile.ts'
import { companyForm, personalForm } from './edit-profile.form.ts'
import { CompanyPage, PersonalPage } from './edit-profile.page.tsx'

const cards = [
  { path: personalDetailsPath, form: personalForm, Page: PersonalPage },
  { path: companyDetailsPath, form: companyForm, Page: CompanyPage },
] as const

/** Editing one's own details, a card at a time. */
export function editProfileRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const app = new Hono<Env>()
  for (const { path, form, Page } of cards) {
    const show = (c: Ctx, viewer: Viewer, typed: Again & { next: string | undefined }) => {
      const next = typed.next === undefined ? undefined : ownPathOr(typed.next, profilePath.to())
      const frame = frameOf(c, platform, viewer)
      return html(c, <Page frame={frame} person={viewer} {...typed} next={next} />, typed.errors ? 422 : 200)
    }
    app.get(
      path.pattern,
      page({
        who,
        show: async (c, viewer) => {
          const typed = await takeHeld(platform.db, viewer.personId, path.pattern)
          return show(c, viewer, { typed, next: c.req.query('next') ?? typedIn(typed, 'next') })
        },
      }),
    )
    app.post(
      path.pattern,
      command(platform, {
        who,
        form,
        run: async (tx, viewer, { next, ...fields }) => {
          const outcome = await editProfile(tx, viewer, fields as Partial<Profile>)
          return outcome.ok
            ? { ...outcome, value: ownPathOr(next, `${profilePath.to()}?done=saved`) }
            : outcome
        },
        invalid: (c, viewer, wrong) => show(c, viewer, { ...wrong, next: typedIn(wrong.typed, 'next') }),
        refused: (c) => seeOther(c, profilePath.to()),
        done: (c, _viewer, next) => seeOther(c, next),
      }),
    )
  }
  return app
}
