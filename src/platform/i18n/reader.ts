/** The languages Vestibule speaks. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

/** Whoever reads a page or a mail: the language and the IANA time zone that the words and dates are made for. */
export type Reader = { readonly locale: Locale; readonly timeZone: string }

/** The name of each language in itself. */
export const languageNames: Record<Locale, string> = { en: 'English', fr: 'Français' }

/** Whether a text names a language we speak. */
export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text)
}

/** The language of ours that an `Accept-Language` header (RFC 9110) likes best; `otherwise` when it likes none. */
export function preferredLocale(header: string | undefined, otherwise: Locale): Locale {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) }
    })
  const liked = wishes.filter((wish) => wish.weight > 0 && isLocale(wish.language))
  liked.sort((a, b) => b.weight - a.weight)
  const best = liked[0]?.language ?? otherwise
  return isLocale(best) ? best : otherwise
}
