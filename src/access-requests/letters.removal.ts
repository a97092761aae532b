import type { AccountId, GrantId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { LetterFrame } from './letter.ts'
import {
  administratorGoneMail,
  oneMoreToRemoveMail,
  ownRemovalMail,
  removalEndedMail,
} from './remove-administrator/removal.mail.ts'
import { administers, endToTell, removalToTell, type ToldRemoval } from './remove-administrator/told.query.ts'
import { toldAs } from '../people/index.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Write = (told: ToldRemoval, frame: LetterFrame) => Letter
type Concerns = (tx: Tx, told: ToldRemoval, personId: PersonId) => Promise<boolean>

/** The letters about removing an administrator; one that nobody can act on any more is dropped. */
export function removalLetters(post: Post): Letters {
  return {
    'grant.removal-proposed.administrator': composer(post, canConfirm, oneMoreToRemoveMail),
    'grant.removal-proposed.holder': composer(post, isConcerned, ownRemovalMail),
    'grant.removal-ended.told': composer(post, async () => true, removalEndedMail),
    'grant.revoked.administrator': (tx, mail) => gone(post, tx, mail),
  }
}

const isOpen = ({ removal, isOver }: ToldRemoval) => removal.settledAt === null && !isOver

const canConfirm: Concerns = async (tx, told, personId) =>
  isOpen(told) && administers(tx, told.removal.accountId, personId)

const isConcerned: Concerns = async (_, told, personId) => isOpen(told) && told.holderId === personId

function composer(post: Post, concerns: Concerns, write: Write) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    const frame = await frameFor(post, tx, mail)
    const told = await toldIn(tx, mail)
    if (!frame || !told) return null
    return (await concerns(tx, told, mail.personId as PersonId)) ? write(told, frame) : null
  }
}

async function gone(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  const frame = await frameFor(post, tx, mail)
  const accountId = mail.account as AccountId
  const ended = await endToTell(tx, { accountId, id: mail.payload['grantId'] as GrantId })
  if (!frame || !ended || !(await administers(tx, accountId, mail.personId as PersonId))) return null
  return administratorGoneMail(ended, await toldIn(tx, mail), frame)
}

async function toldIn(tx: Tx, mail: Mail): Promise<ToldRemoval | undefined> {
  const id = mail.payload['removalId']
  return typeof id === 'string' ? removalToTell(tx, { accountId: mail.account as AccountId, id }) : undefined
}

async function frameFor(post: Post, tx: Tx, mail: Mail): Promise<LetterFrame | undefined> {
  const person = mail.personId === null ? undefined : await toldAs(tx, mail.personId as PersonId)
  return (
    person && {
      reader: { locale: mail.locale, timeZone: person.timeZone },
      publicUrl: post.publicUrl,
      installationName: post.settings.name,
    }
  )
}
