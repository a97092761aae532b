import { accountOf } from '../accounts/index.ts'
import type { AccountId } from '../kernel/id.ts'
import { oneChangePath } from '../paths/account-changes.ts'
import { myRequestsPath } from '../paths/access-requests.ts'
import { smartAccountsPath } from '../paths/accounts.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { type AboutChange, changeLetter, type Frame } from './change.mail.ts'
import { findChange } from './changes.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Write = (about: AboutChange, frame: Frame) => Letter | null

async function aboutIn(tx: Tx, mail: Mail): Promise<AboutChange | undefined> {
  const { accountId, changeId } = mail.payload
  if (typeof accountId !== 'string' || typeof changeId !== 'string') return undefined
  const change = await findChange(tx, { accountId: accountId as AccountId, id: changeId })
  return change && { change, account: await accountOf(tx, accountId as AccountId) }
}

/** The letters about whole accounts; one about something that is settled by now is not written. */
export function letters({ publicUrl, settings }: Post): Letters {
  const letter = (write: Write) => async (tx: Tx, mail: Mail) => {
    const about = await aboutIn(tx, mail)
    const reader = { locale: mail.locale, timeZone: about?.account.timeZone ?? 'UTC' }
    return about ? write(about, { reader, publicUrl, installationName: settings.name }) : null
  }
  const changePath = ({ account, change }: AboutChange) => oneChangePath.to(account.identifier, change.id)
  const waiting =
    (write: Write): Write =>
    (about, frame) =>
      about.change.settledAt === null ? write(about, frame) : null
  return {
    'account-change.second': letter(
      waiting((about, frame) =>
        changeLetter(about, frame, { said: 'second', why: 'office', path: changePath(about) }),
      ),
    ),
    'account-change.asked': letter(
      waiting((about, frame) =>
        changeLetter(about, frame, { said: 'asked', why: 'administrator', path: changePath(about) }),
      ),
    ),
    'account-change.ended': letter((about, frame) =>
      changeLetter(about, frame, { said: 'ended', why: 'asker', path: changePath(about) }),
    ),
    'account-change.paused': letter((about, frame) =>
      changeLetter(about, frame, { said: 'paused', why: 'administrator', path: smartAccountsPath.to() }),
    ),
    'account-change.waits': letter((about, frame) =>
      changeLetter(about, frame, { said: 'waits', why: 'requester', path: myRequestsPath.to() }),
    ),
    'account-change.done': letter((about, frame) => {
      const why = endsAccess(about) ? 'member' : 'administrator'
      return changeLetter(about, frame, { said: 'done', why, path: smartAccountsPath.to() })
    }),
  }
}

function endsAccess({ change }: AboutChange): boolean {
  return change.kind === 'CLOSE' || change.kind === 'MERGE'
}
