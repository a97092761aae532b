import { type IconName, outlineOf } from './icons.ts'

/** An icon beside a word; screen readers skip it, so a word must always stand next to it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 | 24 | undefined }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlineOf(name)} />
    </svg>
  )
}
