import { z } from 'zod'
import { locales } from '../../platform/i18n/reader.ts'
import { isTimeZone } from '../../kernel/time-zones.ts'

const locale = z.enum(locales, { error: 'error.language.wrong' })
const back = z.string().max(2_000).default('/')

/** What the settings page sends. */
export const preferencesForm = z.strictObject({
  locale,
  timeZone: z
    .string({ error: 'error.time-zone.wrong' })
    .refine(isTimeZone, { error: 'error.time-zone.wrong' }),
})

/** What the language chooser of every page sends; `return` is the page it stood on. */
export const languageForm = z.strictObject({ locale, return: back })

/** What the theme chooser sends. */
export const themeForm = z.strictObject({
  theme: z.enum(['system', 'light', 'dark'], { error: 'error.form.incomplete' }),
  return: back,
})
