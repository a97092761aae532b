import { domainToASCII } from 'node:url'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

declare const brand: unique symbol

/** A mail address as it is stored and compared: lower case, its domain as A-labels; made only by `readAddress`. */
export type Address = string & { readonly [brand]: 'address' }

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The mail address in what somebody typed. Folded first and checked afterwards, so that no character that only folds
 * to an at sign can name another domain. Quoted names, comments, lists and bare IP addresses are refused.
 */
export function readAddress(input: string): Outcome<Address, 'empty' | 'wrong'> {
  if (input.length > 1_000) return refuse('wrong')
  const text = input.normalize('NFKC').trim().toLowerCase()
  if (text === '') return refuse('empty')
  const at = text.indexOf('@')
  const name = text.slice(0, Math.max(at, 0))
  const host = hostIn(text.slice(at + 1))
  const right = name.length <= 64 && local.test(name) && isHost(host) && name.length + host.length < 254
  return right ? done(`${name}@${host}` as Address) : refuse('wrong')
}

// What the parser of URLs would decode or drop is refused before it can.
function hostIn(text: string): string {
  return /[@%\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text) ? '' : domainToASCII(text)
}

function isHost(host: string): boolean {
  const labels = host.split('.')
  return (
    labels.length >= 2 && labels.every((part) => label.test(part)) && !/^[0-9]+$/.test(labels.at(-1) ?? '')
  )
}

/** The domain of an address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
