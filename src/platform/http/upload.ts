import type { Ctx } from './context.ts'
import { MalformedForm } from './form.ts'

/** A file as a form sent it; its name is whatever the sender wrote. */
export type Upload = { readonly name: string; readonly content: Uint8Array }

/**
 * The one file of a form that sends files; undefined when none was chosen. A form with anything else in it is refused:
 * another field, a second file, a text where the file should be.
 */
export async function readUpload(c: Ctx, field: string): Promise<Upload | undefined> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^multipart\/form-data;/i.test(type)) throw new MalformedForm('type')
  const sent = await partsOf(c.get('body'), type)
  const entries = [...sent.entries()]
  if (entries.length > 1 || entries.some(([name]) => name !== field)) throw new MalformedForm('unknown field')
  const file = entries[0]?.[1]
  if (file === undefined) return undefined
  if (typeof file === 'string') throw new MalformedForm('no file')
  const content = new Uint8Array(await file.arrayBuffer())
  return content.length === 0 ? undefined : { name: file.name, content }
}

async function partsOf(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new MalformedForm('not a form')
  }
}
