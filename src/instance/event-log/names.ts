import { nameOf } from '../../people/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import type { EventLine, Named } from './events.query.ts'

/** How somebody is called in a log; whoever was erased has no name any more. */
export function nameIn(reader: Reader, person: Named | null): string {
  const t = words.for(reader)
  if (person === null) return t('log.system')
  if (person.erased) return t('log.erased')
  const name = nameOf(person)
  return person.mergedInto ? t('log.merged', { name, into: nameOf(person.mergedInto) }) : name
}

/** Who did something, as the log calls them: with the command line, where it was done there. */
export function whoIn(reader: Reader, { actor, body }: Pick<EventLine, 'actor' | 'body'>): string {
  const name = nameIn(reader, actor)
  if (body.channel !== 'command-line') return name
  const t = words.for(reader)
  return actor ? t('log.by-at-machine', { name }) : t('log.machine')
}
