import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../kernel/outcome.ts'
import { settingsPath, unlinkPath } from '../../paths/people.ts'
import { command, type Env, MalformedForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { providerIdIn } from '../domain/provider.ts'
import { askForPassword, signedIn, typedPasswordRecently } from '../who.ts'
import { unlink } from './unlink.ts'

const press = z.strictObject({})

/** Ending one's own link with an identity provider. */
export function unlinkRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().post(
    unlinkPath.pattern,
    command(platform, {
      who: signedIn(platform),
      form: press,
      run: async (tx, viewer, _form, c) => {
        const provider = providerIdIn(c.req.param('id') ?? '')
        const by = { personId: viewer.personId, typedPassword: typedPasswordRecently(viewer) }
        return provider ? unlink(tx, by, provider) : refuse('not-found')
      },
      invalid: () => {
        throw new MalformedForm('press')
      },
      refused: (c, viewer, { refusal }) =>
        refusal === 'not-found' ? c.notFound() : askForPassword(c, platform, viewer, settingsPath.to()),
      done: (c) => seeOther(c, `${settingsPath.to()}?done=unlinked`),
    }),
  )
}
