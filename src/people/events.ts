import type { Reader } from '../platform/i18n/reader.ts'
import en from './messages/en.ts'
import { words } from './messages/index.ts'

type EventKey = Extract<keyof typeof en, `event.${string}`>

function isEventKey(key: string): key is EventKey {
  return Object.hasOwn(en, key)
}

/** What an event of this slice is called in the log, such as "signed in"; undefined for the events of other slices. */
export function personEventName(reader: Reader, type: string): string | undefined {
  const key = `event.${type}`
  return isEventKey(key) ? words.for(reader)(key) : undefined
}
