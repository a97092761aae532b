import { languagePath } from '../paths/people.ts'
import { languageNames, locales } from '../platform/i18n/reader.ts'
import type { Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'

/** One button a language; posts `locale` and `return` (where to go back to) to `/language`. */
export function LanguageForm({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <form method="post" action={languagePath.to()} class="language-form" aria-label={t('language.choose')}>
      <input type="hidden" name="return" value={frame.path} />
      {locales.map((locale) => (
        <button
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === frame.reader.locale ? 'true' : undefined}
          class="menu-item"
        >
          <span>{languageNames[locale]}</span>
          {locale === frame.reader.locale && <Icon name="check" size={16} />}
        </button>
      ))}
    </form>
  )
}
