import { openChangesPath } from '../../paths/account-changes.ts'
import { askPath, requestPath, myRequestsPath } from '../../paths/access-requests.ts'
import {
  accountRulesPath,
  accountsPath,
  accountUsersPath,
  removalPath,
  smartAccountsPath,
  accountPath,
} from '../../paths/accounts.ts'
import { accountRolesPath } from '../../paths/custom-roles.ts'
import { ownAccessPath } from '../../paths/access.ts'
import { claimPath } from '../../paths/claims.ts'
import { applicationPath } from '../../paths/new-accounts.ts'
import { messagePath } from '../../paths/conversation.ts'
import { onBehalfListPath } from '../../paths/on-behalf.ts'
import { invitationsPath } from '../../paths/members.ts'
import {
  mailSettingsPath,
  operatorMailsPath,
  operatorPeoplePath,
  providersPath,
} from '../../paths/operator.ts'
import { settingsPath } from '../../paths/people.ts'
import { reviewPath } from '../../paths/reviews.ts'
import { casePath } from '../../paths/support-cases.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import en from '../messages/en/bell.ts'
import { words } from '../messages/index.ts'
import type { BellEntry } from './bell.query.ts'

type Key = keyof typeof en

function keyOf({ kind, category }: BellEntry): Key {
  const own = `bell.${kind}`
  return (Object.hasOwn(en, own) ? own : `bell.other.${category ?? 'none'}`) as Key
}

/** What an entry says, in one sentence. */
export function sayEntry(entry: BellEntry, reader: Reader): string {
  const t = words.for(reader) as (key: Key, values: Record<string, string>) => string
  return t(keyOf(entry), {
    who: entry.who ?? '–',
    account: entry.account ?? '–',
    reference: entry.reference ?? '',
  })
}

const places: Readonly<Record<string, string>> = {
  'account-change.second': openChangesPath.to(),
  'account-change.waits': myRequestsPath.to(),
  'grant.revoked.holder': smartAccountsPath.to(),
  'grant.suspended.holder': smartAccountsPath.to(),
  'grant.reactivated.holder': smartAccountsPath.to(),
  'member.added.holder': smartAccountsPath.to(),
  'member.changed.holder': smartAccountsPath.to(),
  'member.removed.holder': smartAccountsPath.to(),
  'member.left.holder': smartAccountsPath.to(),
  'member.invited': invitationsPath.to(),
  'agreement.published': accountsPath.to(),
  'mail.given-up': `${operatorMailsPath.to()}?show=given-up`,
  'mail-server.changed': mailSettingsPath.to(),
  'provider.changed': providersPath.to(),
  'person.provider-linked': settingsPath.to(),
  'access-request.looked-up-in-vain.operator': operatorPeoplePath.to(),
  'person.offices-changed.operator': operatorPeoplePath.to(),
  'on-behalf.asked.colleague': onBehalfListPath.to(),
  'on-behalf.ended.asker': onBehalfListPath.to(),
}

const endings: Readonly<Record<string, (identifier: string) => string>> = {
  'grant.ending.holder': ownAccessPath.to,
  'grant.expired.holder': askPath.to,
  'grant.ending.administrator': accountUsersPath.to,
  'grant.ending.summary': accountUsersPath.to,
  'grant.expired.administrator': accountUsersPath.to,
  'grant.given-back.administrator': accountUsersPath.to,
  'grant.end-moved.holder': accountUsersPath.to,
  'grant.end-moved.administrator': accountUsersPath.to,
  'member.added.administrator': accountUsersPath.to,
  'member.gone.administrator': accountUsersPath.to,
  'administrator.proposed': accountUsersPath.to,
  'administrator.ended': accountUsersPath.to,
  'role.changed.holder': ownAccessPath.to,
  'role.changed.administrator': accountRolesPath.to,
  'role.retired.administrator': accountRulesPath.to,
  'rule.changed.administrator': accountRulesPath.to,
  'account-change.asked': accountPath.to,
  'account-change.ended': accountPath.to,
  'account-change.paused': accountPath.to,
  'account-change.done': accountPath.to,
}

/** Where an entry leads; undefined for what is only to be known, like a link that was mailed. */
export function placeOf(entry: BellEntry): string | undefined {
  const { kind, requestId } = entry
  return aboutOf(entry) ?? inAccount(entry) ?? (requestId === null ? places[kind] : requestPath.to(requestId))
}

/** The page of the thing itself, whichever account it is in. */
function aboutOf({ caseId, claimId, applicationId, messageId }: BellEntry): string | undefined {
  if (caseId !== null) return casePath.to(caseId)
  if (claimId !== null) return claimPath.to(claimId)
  if (applicationId !== null) return applicationPath.to(applicationId)
  return messageId === null ? undefined : messagePath.to(messageId)
}

function inAccount({ kind, reviewId, identifier, grantId }: BellEntry): string | undefined {
  if (!identifier) return undefined
  if (reviewId !== null) return reviewPath.to(identifier, reviewId)
  if (kind.startsWith('grant.removal-proposed') && grantId) return removalPath.to(identifier, grantId)
  return endings[kind]?.(identifier)
}
