import { themePath } from '../paths/people.ts'
import type { Frame, Theme } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { words } from './messages/index.ts'

const icons: Record<Theme, IconName> = { system: 'monitor', light: 'sun', dark: 'moon' }

/** Three buttons side by side; posts `theme` and `return` to `/theme`. */
export function ThemeForm({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <form method="post" action={themePath.to()} class="theme-form" aria-label={t('theme.choose')}>
      <p class="menu-label">{t('theme.choose')}</p>
      <input type="hidden" name="return" value={frame.path} />
      <div class="segments">
        {(['system', 'light', 'dark'] as const).map((theme) => (
          <button
            type="submit"
            name="theme"
            value={theme}
            aria-current={theme === frame.theme ? 'true' : undefined}
          >
            <Icon name={icons[theme]} size={16} />
            {t(`theme.${theme}`)}
          </button>
        ))}
      </div>
    </form>
  )
}
