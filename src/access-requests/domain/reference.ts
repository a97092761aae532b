import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

declare const brand: unique symbol

/** What people call a request on the phone: `AR-7K3M-Q9XD`; made only by `referenceFrom` and `readReference`. */
export type Reference = string & { readonly [brand]: 'reference' }

/** How many random bytes `referenceFrom` needs. */
export const bytesOfAReference = 5

// Crockford's base 32: no I, L, O (read as 1 and 0) and no U.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const written = /^(?:AR)?([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/

/** The reference that five random bytes spell; the store keeps it unique. */
export function referenceFrom(random: Uint8Array): Reference {
  if (random.length < bytesOfAReference) throw new RangeError('A reference takes five random bytes')
  let bits = 0n
  for (const byte of random.subarray(0, bytesOfAReference)) bits = (bits << 8n) | BigInt(byte)
  let letters = ''
  for (let place = 35n; place >= 0n; place -= 5n) letters += alphabet.charAt(Number((bits >> place) & 31n))
  return written8(letters)
}

/** The reference in what somebody typed: any case, with or without AR, spaces and dashes, O for 0, I or L for 1. */
export function readReference(input: string): Outcome<Reference, { readonly code: 'no-reference' }> {
  const letters = input
    .slice(0, 64)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.#]/gu, '')
  const plain = letters.replace(/O/g, '0').replace(/[IL]/g, '1')
  const found = written.exec(plain)
  return found ? done(written8(`${found[1]}${found[2]}`)) : refuse({ code: 'no-reference' })
}

function written8(letters: string): Reference {
  return `AR-${letters.slice(0, 4)}-${letters.slice(4)}` as Reference
}
