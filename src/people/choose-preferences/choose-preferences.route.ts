import { Hono } from 'hono'
import { languagePath, preferencesPath, settingsPath, themePath } from '../../paths/people.ts'
import { done } from '../../kernel/outcome.ts'
import { command, type Ctx, type Env, page, seeOther, writeCookie } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ownPathOr } from '../domain/next-path.ts'
import { anyone, signedIn } from '../who.ts'
import { choosePreferences } from './choose-preferences.ts'
import { languageForm, preferencesForm, themeForm } from './choose-preferences.form.ts'

const year = 365 * 24 * 3_600

/** Choosing language, time zone and theme. */
export function preferencesRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  const home = (c: Ctx) => seeOther(c, '/')
  const keep = (c: Ctx, name: string, value: string) =>
    writeCookie(c, platform.cookies, { name, value, seconds: year })

  const language = command(platform, {
    who,
    form: languageForm,
    run: async (tx, viewer, form) => {
      if (viewer) await choosePreferences(tx, viewer.personId, { locale: form.locale })
      return done(form)
    },
    invalid: home,
    refused: home,
    done: (c, _viewer, form) => {
      keep(c, 'language', form.locale)
      return seeOther(c, ownPathOr(form.return))
    },
  })

  const theme = command(platform, {
    who,
    form: themeForm,
    run: async (_tx, _viewer, form) => done(form),
    invalid: home,
    refused: home,
    done: (c, _viewer, form) => {
      keep(c, 'theme', form.theme)
      return seeOther(c, ownPathOr(form.return))
    },
  })

  const preferences = command(platform, {
    who: signedIn(platform),
    form: preferencesForm,
    run: async (tx, viewer, form) => {
      await choosePreferences(tx, viewer.personId, form)
      return done(form.locale)
    },
    invalid: (c) => seeOther(c, settingsPath.to()),
    refused: (c) => seeOther(c, settingsPath.to()),
    done: (c, _viewer, locale) => {
      keep(c, 'language', locale)
      return seeOther(c, `${settingsPath.to()}?done=preferences`)
    },
  })

  return new Hono<Env>()
    .get(languagePath.pattern, page({ who, show: home }))
    .post(languagePath.pattern, language)
    .get(themePath.pattern, page({ who, show: home }))
    .post(themePath.pattern, theme)
    .get(preferencesPath.pattern, page({ who, show: (c) => seeOther(c, settingsPath.to()) }))
    .post(preferencesPath.pattern, preferences)
}
