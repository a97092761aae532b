import type { Reader } from '../platform/i18n/reader.ts'

/** How the colours are chosen: as the device says, or always light, or always dark. */
export type Theme = 'system' | 'light' | 'dark'

/** The person who is signed in, as the frame shows them; counters are whole numbers, shown up to 99. */
export type FramePerson = {
  id: string
  name: string
  email: string
  initials: string
  canDecide: boolean
  toDecide: number
  ownOpen: number
  unread: number
  /** Mail to their address comes back; every page says so. */
  mailReturns: boolean
  isOperator: boolean
  isSupport: boolean
  /** How many cases wait for an answer of support. */
  toAnswer: number
  manages: boolean
}

/** The account a page is about, as the header shows it, with others the reader may want to go to. */
export type FrameAccount = {
  name: string
  identifier: string
  /** Those without a name were visited last and are known by their identifier only. */
  others: readonly { name: string; identifier: string }[]
  hasMore: boolean
  /** The tab that the page belongs to, where the others are opened, too. */
  tab: string
}

/** What every page's frame is made from; `path` is the current path and query, where the language form returns to. */
export type Frame = {
  reader: Reader
  path: string
  installationName: string
  version: string
  theme: Theme
  assets: { css: string; js: string }
  footerLinks: readonly { label: string; href: string }[]
  /** Where a case is opened, with what this page knows. */
  openCaseHref: string
  person?: FramePerson | undefined
  demo: boolean
  account?: FrameAccount | undefined
  /** Identifiers of the accounts visited last with this browser, by the person who is signed in. */
  recentAccounts?: readonly string[] | undefined
}
