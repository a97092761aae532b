import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { clean } from '../../kernel/written.ts'
import type { CaseCause, Side as Seat } from './case.ts'

/** What a file of proof may be, told by its content. */
export type ProofType = 'image/png' | 'image/jpeg' | 'application/pdf' | 'text/plain'

export const mostProofBytes = 2 * 1024 * 1024
export const mostFiles = 10
/** What a browser's window to choose a file offers first. */
export const acceptedTypes = '.png,.jpg,.jpeg,.pdf,.txt,image/png,image/jpeg,application/pdf,text/plain'

/** Why a file was not taken. */
export type ProofProblem = 'missing' | 'wrong-type' | 'too-large' | 'too-many' | 'same' | 'over'

/** A file fit to be kept: its name harmless, its type what its content says. */
export type Proof = { readonly name: string; readonly type: ProofType; readonly content: Uint8Array }

const begins = (content: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, index) => content[index] === byte)

const marks: readonly (readonly [ProofType, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** What a file is, by its content alone; undefined when it is none of what is taken. */
export function typeOf(content: Uint8Array): ProofType | undefined {
  const known = marks.find(([, bytes]) => begins(content, bytes))
  if (known) return known[0]
  return isText(content) ? 'text/plain' : undefined
}

// Text is UTF-8 without controls other than tabs and line ends.
function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return !/[^\P{Cc}\t\n\r\f]/u.test(text)
  } catch {
    return false
  }
}

const endings: Readonly<Record<ProofType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

// No file system knows longer ones; whoever makes one up must not make us read it over and over.
const longestName = 1_000

/** The name a file is kept under: letters, digits and a few signs of the given one, and the ending of what it is. */
export function cleanFileName(given: string, type: ProofType): string {
  const last = clean(given.slice(0, longestName)).split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]{1,8}$/u, '')
    .replace(/[^\p{L}\p{M}\p{N} _()-]+/gu, '-')
    .replace(/^[\s-]+|[\s-]+$/gu, '')
  const short = [...stem].slice(0, 60).join('').trim()
  return `${short === '' ? 'proof' : short}.${endings[type]}`
}

/** The file in what somebody sent; its size is checked first, then its content. */
export function readProof(file: {
  readonly name: string
  readonly content: Uint8Array
}): Outcome<Proof, ProofProblem> {
  const { name, content } = file
  if (content.length === 0) return refuse('missing')
  if (content.length > mostProofBytes) return refuse('too-large')
  const type = typeOf(content)
  return type === undefined ? refuse('wrong-type') : done({ name: cleanFileName(name, type), type, content })
}

/**
 * Whether somebody may add files: agents in any case of an account, and whoever claims an account that nobody
 * administers, in the case that was opened for their documents.
 */
export function mayAddProof({ seat, cause }: { readonly seat: Seat; readonly cause: CaseCause }): boolean {
  return seat === 'SUPPORT' || (seat === 'REQUESTER' && cause === 'VACANT')
}
