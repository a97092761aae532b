import { html } from '#jsx'

/** The arch as the `d` of one SVG path in a box of 32 by 32, for mails and icons. */
export const archOutline = 'M4 30V14a12 12 0 0 1 24 0v16h-5V14a7 7 0 0 0-14 0v16Z'

/** The door that stands ajar in the arch, as the `d` of one SVG path in the same box. */
export const doorOutline = 'M12 30V14.5a4 4 0 0 1 2.6-3.7L18 9.6V30Z'

const drawn = html`<svg class="mark" width="28" height="28" viewBox="0 0 32 32" aria-hidden="true"><path d="${archOutline}"/><path class="mark-door" d="${doorOutline}"/></svg>`

/** The doorway arch; decorative, so the name must stand beside it. */
export function Mark() {
  return drawn
}
