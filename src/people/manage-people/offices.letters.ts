import type { PersonId } from '../../kernel/id.ts'
import { operatedPersonPath } from '../../paths/operator.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Letters, Mail } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type KnownAddress, personById } from '../people.store.ts'
import { activeOperators, toldAs } from '../told.store.ts'
import { officesLetter, officesOfOtherLetter } from './offices.mail.ts'

const callOf = ({ firstName, lastName, address }: KnownAddress) =>
  `${firstName} ${lastName}`.trim() || address

async function named(tx: Tx, id: unknown): Promise<KnownAddress | undefined> {
  const person = typeof id === 'string' ? await personById(tx, id as PersonId) : undefined
  return person?.status === 'ERASED' ? undefined : person
}

const officesIn = ({ payload }: Mail) => ({
  support: payload['support'] === true,
  operator: payload['operator'] === true,
})

/** The letters about offices. */
export function officesLetters({ publicUrl, settings }: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  const partsOf = (mail: Mail, path: string) => ({
    installation: settings.name,
    offices: officesIn(mail),
    when: new Date(String(mail.payload['at'])),
    href: `${publicUrl}${path}`,
  })
  return {
    'person.offices-changed': async (tx, mail) => {
      const reader = mail.personId ? await toldAs(tx, mail.personId) : undefined
      return reader ? officesLetter({ reader, ...partsOf(mail, '/') }) : null
    },
    'person.offices-changed.operator': async (tx, mail) => {
      const reader = (await activeOperators(tx)).find(({ personId }) => personId === mail.personId)
      const person = await named(tx, mail.payload['person'])
      if (!reader || !person) return null
      const by = await named(tx, mail.payload['by'])
      return officesOfOtherLetter(
        { reader, ...partsOf(mail, operatedPersonPath.to(person.id)) },
        { person: callOf(person), by: by ? callOf(by) : null },
      )
    },
  }
}
