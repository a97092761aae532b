import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Ctx, readCookie, writeCookie } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { seal, unseal } from '../platform/seal.ts'

type Signer = Pick<Platform, 'key' | 'cookies'>

const name = 'with'
const purpose = 'sign-in-with'
const seconds = 600

const journey = z.strictObject({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  /** The session that is confirmed; null: somebody signs in. */
  session: z.string().nullable(),
  startedAt: z.number(),
})

/** The way of a browser to a provider and back, as it is kept in that browser alone. */
export type Journey = z.output<typeof journey>

/** Keeps the way for ten minutes, sealed, in place of one that was begun before. */
export function keepJourney(c: Ctx, { key, cookies }: Signer, kept: Journey): void {
  writeCookie(c, cookies, { name, value: seal(key, purpose, JSON.stringify(kept)), seconds })
}

/** The way that this browser has begun, whoever claims what in the address. */
export function readJourney(c: Ctx, { key, cookies }: Signer): Journey | undefined {
  const value = readCookie(c, cookies, name)
  const text = value === undefined ? undefined : unseal(key, purpose, value)
  const parsed = text === undefined ? undefined : journey.safeParse(JSON.parse(text))
  return parsed?.success ? parsed.data : undefined
}

/** Forgets the way. */
export function dropJourney(c: Ctx, { cookies }: Signer): void {
  writeCookie(c, cookies, { name, value: '' })
}

/** Whether a way that was begun is too long ago. */
export function isTooOld({ startedAt }: Journey, now: Date): boolean {
  const age = now.getTime() - startedAt
  return age > seconds * 1_000 || age < -seconds * 1_000
}

/** What is kept of a state that was used. */
export function hashOfState(state: string): Buffer {
  return createHash('sha256').update(`state\n${state}`).digest()
}
