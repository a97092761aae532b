import { toldAs } from '../people/index.ts'
import { treeOf } from '../accounts/index.ts'
import type { AccountId, GrantId, PersonId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import { defang, type Letter, type Letters, type Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { ruleAt, sayRule } from '../rules/index.ts'
import {
  approvedMail,
  type DecisionLetter,
  declinedMail,
  doneMail,
  oneMoreMail,
} from './decide/decided.mail.ts'
import { type Decision, readDecision } from './decide/decision.query.ts'
import { replacedBy } from './decide/replaced.query.ts'
import type { LetterFrame } from './letter.ts'
import { placeNamesOf } from './places.query.ts'
import type { StoredRequest } from './requests.row.ts'
import { approversOf, readRequest } from './requests.store.ts'
import { takenBackMail } from './take-back/taken-back.mail.ts'
import { takenBack } from './take-back/taken-back.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Write = (letter: DecisionLetter, frame: LetterFrame) => Letter
type Concerns = (tx: Tx, request: StoredRequest, personId: PersonId) => Promise<boolean>

/** The letters about what a decider does, written for whoever they still concern when they are sent. */
export function deciderLetters(post: Post): Letters {
  return {
    'access-request.approved.requester': composer(post, asked, approvedMail),
    'access-request.declined.requester': composer(post, asked, declinedMail),
    'access-request.approved.approver': composer(post, decides, doneMail),
    'access-request.declined.approver': composer(post, decides, doneMail),
    'access-request.first-approval.approver': composer(post, canAgree, oneMoreMail),
    'grant.revoked.holder': (tx, mail) => taken(post, tx, mail),
  }
}

const asked: Concerns = async (_, request, personId) =>
  request.requesterId === personId || request.beneficiaryId === personId

const decides: Concerns = async (tx, request, personId) => {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  return approvers.some((approver) => approver.personId === personId)
}

const canAgree: Concerns = async (tx, request, personId) =>
  request.settledAt === null && decides(tx, request, personId)

function composer(post: Post, concerns: Concerns, write: Write) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    if (mail.requestId === null || mail.personId === null) return null
    const personId = mail.personId as PersonId
    const request = await readRequest(tx, mail.account as AccountId, mail.requestId as RequestId)
    const frame = await frameFor(post, tx, mail, personId)
    if (!frame || !(await concerns(tx, request, personId))) return null
    const decision = await readDecision(tx, request)
    if (!decision) return null
    const placeNames = await placeNamesOf(tx, request.accountId)
    const rule = await ruleIn(tx, request, decision, frame)
    const replaced = decision.given ? await replacedBy(tx, request) : []
    return write({ request, placeNames, personId, decision, rule, replaced }, frame)
  }
}

async function ruleIn(
  tx: Tx,
  { accountId }: StoredRequest,
  { rule }: Decision,
  { reader }: LetterFrame,
): Promise<string | undefined> {
  const said = rule && (await ruleAt(tx, { accountId, ruleId: rule.id, version: rule.version }))
  return said
    ? defang(sayRule(reader, said, { ...(await treeOf(tx, accountId)), ownRoles: said.ownRoles }))
    : undefined
}

async function frameFor(
  post: Post,
  tx: Tx,
  mail: Mail,
  personId: PersonId,
): Promise<LetterFrame | undefined> {
  const person = await toldAs(tx, personId)
  return (
    person && {
      reader: { locale: mail.locale, timeZone: person.timeZone },
      publicUrl: post.publicUrl,
      installationName: post.settings.name,
    }
  )
}

async function taken(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  if (mail.personId === null) return null
  const frame = await frameFor(post, tx, mail, mail.personId as PersonId)
  const id = mail.payload['grantId'] as GrantId
  const found = await takenBack(tx, { accountId: mail.account as AccountId, id })
  return frame && found ? takenBackMail(found, frame) : null
}
