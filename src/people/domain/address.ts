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
  const [name = '', host = '', ...rest] = text.split('@')
  if (rest.length > 0 || name.length > 64 || !local.test(name)) return refuse('wrong')
  const ascii = /[%\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(host) ? '' : domainToASCII(host)
  const address = `${name}@${ascii}`
  return isHost(ascii) && address.length <= 254 ? done(address as Address) : refuse('wrong')
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
