import { html } from '#jsx'
import type { Tone } from './badge.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** The states a thing can be in, each with its own icon and colour. */
export type StatusKind =
  | 'pending'
  | 'info'
  | 'approved'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'closed'
  | 'overdue'
  | 'support'

const looks: Record<StatusKind, { icon: IconName; tone: Tone }> = {
  pending: { icon: 'clock', tone: 'amber' },
  info: { icon: 'message-circle-question-mark', tone: 'blue' },
  approved: { icon: 'circle-check', tone: 'green' },
  declined: { icon: 'circle-x', tone: 'red' },
  withdrawn: { icon: 'undo-2', tone: 'neutral' },
  expired: { icon: 'timer-off', tone: 'neutral' },
  closed: { icon: 'archive', tone: 'neutral' },
  overdue: { icon: 'clock-alert', tone: 'rust' },
  support: { icon: 'life-buoy', tone: 'violet' },
}

/** Where something stands: an icon, a colour and a word; the word comes from the slice that knows it. */
export function StatusChip({ kind, label }: { kind: StatusKind; label: string }) {
  const { icon, tone } = looks[kind]
  return html`<span class="chip tone-${tone}">${Icon({ name: icon, size: 16 })}${label}</span>`
}
