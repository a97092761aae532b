import { domainToUnicode } from 'node:url'
import { asSeen } from '../../people/domain/look-alike.ts'

// What a company is called by its form says nothing of who it is.
const forms = new Set(
  (
    'ab ag as asa bv co company corp corporation eurl gmbh group groupe holding inc incorporated kg limited llc llp ' +
    'ltd nv oy oyj plc pte pty sa sarl sas se spa srl'
  ).split(' '),
)

/**
 * How the name of an organisation looks, without its form, order, accents and spacing. Two with the same are taken for
 * each other.
 */
export function nameLooks(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const own = words.filter((word) => !forms.has(word.toLowerCase()))
  const kept = own.length > 0 ? own : words
  return kept.map(seen).sort().join('')
}

/** How an identifier looks, written out and without hyphens. Two with the same are taken for each other. */
export function identifierLooks(identifier: string): string {
  return seen(domainToUnicode(identifier)).replaceAll('-', '')
}

// A name is written in capitals as often as not, where I and l are one.
function seen(text: string): string {
  return asSeen(text.toLowerCase()).replaceAll('i', 'l')
}
