import { finished, html } from '#jsx'
import { type IconName, outlineOf } from './icons.ts'

type Drawn = ReturnType<typeof html>
const drawn = new Map<string, Drawn>()

/** An icon beside a word; screen readers skip it, so a word must always stand next to it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 | 24 | undefined }): Drawn {
  const key = `${name} ${size}`
  const known = drawn.get(key)
  if (known) return known
  const icon = finished(
    html`<svg class="icon" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true"><path d="${outlineOf(name)}"/></svg>`,
  )
  drawn.set(key, icon)
  return icon
}
