import { Hono } from 'hono'
import { languagePath, preferencesPath, settingsPath, themePath } from '../../paths/people.ts'
import { done } from '../../kernel/outcome.ts'
import {
  command,
  type Ctx,
  type Env,
  page,
  readForm,
  seeOther,
  writeCookie,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ownPathOr } from '../domain/next-path.ts'
import { anyone, signedIn } from '../who.ts'
import { choosePreferences } from './choose-preferences.ts'
import { languageForm, preferencesForm, themeForm } from './choose-preferences.form.ts'

const year = 365 * 24 * 3_600
const home = (c: Ctx) => seeOther(c, '/')
const settings = (c: Ctx) => seeOther(c, settingsPath.to())

function keep(c: Ctx, platform: Platform, cookie: { name: string; value: string }): void {
  writeCookie(c, platform.cookies, { ...cookie, seconds: year })
}

function chooseLanguage(platform: Platform) {
  return command(platform, {
    who: anyone(platform),
    form: languageForm,
    run: async (tx, viewer, form) => {
      if (viewer) await choosePreferences(tx, viewer.personId, { locale: form.locale })
      return done(form)
    },
    invalid: home,
    refused: home,
    done: (c, _viewer, form) => {
      keep(c, platform, { name: 'language', value: form.locale })
      return seeOther(c, ownPathOr(form.return))
    },
  })
}

function chooseTheme(platform: Platform) {
  return async (c: Ctx): Promise<Response> => {
    const form = readForm(c, themeForm)
    if (!form.ok) return home(c)
    keep(c, platform, { name: 'theme', value: form.value.theme })
    return seeOther(c, ownPathOr(form.value.return))
  }
}

function choose(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: preferencesForm,
    run: async (tx, viewer, form) => {
      await choosePreferences(tx, viewer.personId, form)
      return done(form.locale)
    },
    invalid: settings,
    refused: settings,
    done: (c, _viewer, locale) => {
      keep(c, platform, { name: 'language', value: locale })
      return seeOther(c, `${settingsPath.to()}?done=preferences`)
    },
  })
}

/** Choosing language, time zone and theme. */
export function preferencesRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .get(languagePath.pattern, page({ who: anyone(platform), show: home }))
    .post(languagePath.pattern, chooseLanguage(platform))
    .get(themePath.pattern, page({ who: anyone(platform), show: home }))
    .post(themePath.pattern, page({ who: anyone(platform), show: chooseTheme(platform) }))
    .get(preferencesPath.pattern, page({ who: signedIn(platform), show: settings }))
    .post(preferencesPath.pattern, choose(platform))
}
