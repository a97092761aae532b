import type { Reader } from '../../platform/i18n/reader.ts'

const locales = { en: 'en-GB', fr: 'fr-FR' } as const

/** The time of day, as the reader's clock shows it: for something that lasts some hours only. */
export function sayTime({ locale, timeZone }: Reader, at: Date): string {
  return new Intl.DateTimeFormat(locales[locale], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
}
