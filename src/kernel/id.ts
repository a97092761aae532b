import { randomFillSync } from 'node:crypto'

declare const brand: unique symbol

/** An identifier that cannot be mixed up with another kind: `Id<'account'>` is no `Id<'person'>`. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type AccountId = Id<'account'>
export type VirtualAccountId = Id<'virtual-account'>
export type PersonId = Id<'person'>
export type RequestId = Id<'access-request'>
export type GrantId = Id<'grant'>
export type DecisionId = Id<'decision'>
export type ClaimId = Id<'claim'>
export type CaseId = Id<'case'>

/** The chain and the jobs of the installation itself, where an account's id stands otherwise. */
export const installation = '00000000-0000-0000-0000-000000000000' as AccountId

const random = Buffer.alloc(10)
let lastMs = 0
let sequence = 0

/** A new UUID version 7 (RFC 9562): sorts by the millisecond it was made, then by order within this process. */
export function newId<Kind extends string>(now = Date.now()): Id<Kind> {
  randomFillSync(random)
  if (now > lastMs) {
    lastMs = now
    sequence = random.readUInt16BE(0) & 0x7ff
  } else if (++sequence > 0xfff) {
    lastMs++
    sequence = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const order = (0x7000 | sequence).toString(16)
  const variant = (0x8000 | (random.readUInt16BE(2) & 0x3fff)).toString(16)
  const tail = random.toString('hex', 4, 10)
  return `${time.slice(0, 8)}-${time.slice(8)}-${order}-${variant}-${tail}` as Id<Kind>
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the shape of an id; what it names may still not exist. */
export function isId(text: string): boolean {
  return shape.test(text)
}
