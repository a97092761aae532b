import type { NamedTree } from '../../accounts/index.ts'
import { nameOf } from '../../people/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import { askerName } from '../profile.ts'
import type { SeenRequest } from '../requests.store.ts'
import type { Conversation } from './conversation.query.ts'
import type { Happened, Story } from './request.query.ts'

/** Who reads the story of which request, and what they may know. */
export type Telling = {
  readonly reader: Reader
  readonly viewerId: string
  readonly request: SeenRequest
  readonly story: Story
  readonly conversation: Conversation
  readonly tree: NamedTree
  readonly now: Date
  /** Whether names and notes behind the decision are shown. */
  readonly seesBehind: boolean
}

/** Whether it was the reader who acted. */
export function isViewer({ actor }: Happened, { viewerId }: Telling): boolean {
  return actor === viewerId
}

/** The name of whoever acted, as this reader may know it: the account's setting decides for the requester. */
export function whoOf({ actor, name }: Happened, telling: Telling): string {
  const { reader, request, seesBehind } = telling
  if (actor === request.requesterId) return askerName(reader, request.profile)
  const isShown = seesBehind || request.showAdministrators === 'NAMES'
  const t = words.for(reader)
  return name && isShown ? nameOf(name) || t('asked.erased') : t('somebody.start')
}
