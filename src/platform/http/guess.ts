import type { Ctx } from './context.ts'

/** Whether a browser fetches this only because it guesses that somebody will open it next. */
export function isGuess(c: Ctx): boolean {
  return c.req.header('Sec-Purpose') !== undefined || c.req.header('Purpose') === 'prefetch'
}
