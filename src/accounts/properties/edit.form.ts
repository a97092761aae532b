import { z } from 'zod'
import { visibilities } from '../domain/account.ts'
import type { Properties } from './edit-account.ts'

const line = z.string().max(1_000)

/** Name, contact and visibility, and what they were when the form was made; who may not change one leaves it out. */
export const editForm = z.strictObject({
  name: line.optional(),
  contactName: line.optional(),
  contactAddress: line.optional(),
  visibility: z.enum(visibilities).optional(),
  despite: line.optional(),
  before: z.string().max(2_000),
})

/** What the form was made from, in a field of its own. */
export function packed({ name, contactName, contactAddress, visibility }: Properties): string {
  return JSON.stringify([name, contactName, contactAddress, visibility])
}

const packedForm = z.tuple([line, line, line, z.enum(visibilities)])

/** The same read back; undefined when somebody has tampered with it. */
export function unpacked(text: string): Properties | undefined {
  try {
    const [name, contactName, contactAddress, visibility] = packedForm.parse(JSON.parse(text))
    return { name, contactName, contactAddress, visibility }
  } catch {
    return undefined
  }
}
