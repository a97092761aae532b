import type { Locale } from '../../platform/i18n/reader.ts'

/** The language of a terminal, as POSIX tells it. */
export function terminalLocale(environment: NodeJS.ProcessEnv): Locale {
  const language = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^fr([_.-]|$)/i.test(language) ? 'fr' : 'en'
}
