import { takeHeld, type Viewer } from '../../people/index.ts'
import type { Ctx, FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { seenAccount, type SeenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'

/** The account in the address, when the viewer may change its settings; undefined looks as if there were none. */
export async function settingsOf(c: Ctx, { db }: Platform, viewer: Viewer): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, viewer, c.req.param('identifier') ?? '')
  return seen && opensTab(seen, 'settings') ? seen : undefined
}

/** What a page of settings shows beside what is stored, when a change of it was not made. */
export type Shown = {
  readonly typed?: Typed
  readonly errors?: FieldErrors
  /** Why the whole was not saved. */
  readonly refused?: string
  readonly status?: 409 | 422
}

/** What the viewer had typed on the form of this address before they had to sign in again. */
export async function heldAt(
  c: Ctx,
  { db }: Platform,
  viewer: Viewer,
  path: string,
): Promise<Typed | undefined> {
  return c.req.method === 'GET' ? ((await takeHeld(db, viewer.personId, path)) ?? undefined) : undefined
}

/** The sentence that a page was led to by what was just done. */
export function doneIn<Sentences extends Record<string, string>>(
  c: Ctx,
  sentences: Sentences,
): Sentences[keyof Sentences] | undefined {
  const name = c.req.query('done') ?? ''
  return Object.hasOwn(sentences, name) ? (sentences[name] as Sentences[keyof Sentences]) : undefined
}
