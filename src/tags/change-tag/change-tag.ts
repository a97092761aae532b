import { type Rights, rightsGiven, rightsOf } from '../../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, newId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  mayChangeTags,
  mayMakeTags,
  mostTags,
  readTagName,
  type TagId,
  type TagRefusal,
} from '../domain/tags.ts'
import { countTags, deleteTag, insertTag, lockTag, updateTag, type WhichTag } from '../tags.store.ts'

/** Who changes tags: somebody signed in, or an operator at the machine, who may do what an administrator may. */
export type Tagger = Pick<Viewer, 'personId' | 'now'> & { readonly atTheMachine?: true }

/** What somebody holds in the account, for sure until the transaction ends. */
export async function rightsIn(
  tx: Tx,
  { personId, now, atTheMachine }: Tagger,
  accountId: AccountId,
): Promise<Rights> {
  const tree = await treeOf(tx, accountId)
  const whole = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  if (atTheMachine) return rightsGiven(whole, tree)
  return rightsOf(await holdGrantsOf(tx, { accountId, personId }), tree, now)
}

/** Makes a tag of the account. */
export async function makeTag(
  tx: Tx,
  tagger: Tagger,
  { accountId, name: typed }: { readonly accountId: AccountId; readonly name: string },
): Promise<Outcome<TagId, TagRefusal>> {
  const name = readTagName(typed)
  if (!name.ok) return name
  if ((await countTags(tx, accountId)) >= mostTags) return refuse({ code: 'too-many', max: mostTags })
  if (!mayMakeTags(await rightsIn(tx, tagger, accountId))) return refuse({ code: 'not-yours' })
  const id = newId<'custom-tag'>()
  if (!(await insertTag(tx, { accountId, id, name: name.value, by: tagger.personId })))
    return refuse({ code: 'name-taken' })
  await recordTag(tx, tagger, 'tag.created', { accountId, id })
  return done(id)
}

/** Gives a tag another name. */
export async function renameTag(
  tx: Tx,
  tagger: Tagger,
  { name: typed, ...which }: WhichTag & { readonly name: string },
): Promise<Outcome<TagId, TagRefusal>> {
  const tag = await lockTag(tx, which)
  if (!tag) return refuse({ code: 'not-found' })
  if (!mayChangeTags(await rightsIn(tx, tagger, which.accountId))) return refuse({ code: 'not-yours' })
  const name = readTagName(typed)
  if (!name.ok) return name
  if (!(await updateTag(tx, { ...which, name: name.value }))) return refuse({ code: 'name-taken' })
  await recordTag(tx, tagger, 'tag.renamed', which)
  return done(tag.id)
}

/** Deletes a tag, and takes it off everything. */
export async function removeTag(
  tx: Tx,
  tagger: Tagger,
  which: WhichTag,
): Promise<Outcome<TagId, TagRefusal>> {
  const tag = await lockTag(tx, which)
  if (!tag) return refuse({ code: 'not-found' })
  if (!mayChangeTags(await rightsIn(tx, tagger, which.accountId))) return refuse({ code: 'not-yours' })
  await deleteTag(tx, which)
  await recordTag(tx, tagger, 'tag.deleted', which)
  return done(tag.id)
}

/** What carries tags: a virtual account, or a user of the account. */
export type Carrier = { readonly place: VirtualAccountId } | { readonly person: PersonId }

type TagFacts = {
  readonly places?: number
  readonly people?: number
  /** The one that it was put on, or taken off. */
  readonly carrier?: Carrier
  readonly off?: boolean
}

/** Records something about a tag; nobody is mailed about tags. */
export async function recordTag(
  tx: Tx,
  tagger: Tagger,
  type: string,
  { accountId, id, carrier, ...facts }: WhichTag & TagFacts,
): Promise<void> {
  const place = carrier && 'place' in carrier ? { virtualAccountId: carrier.place } : {}
  const subject = carrier && 'person' in carrier ? { subject: carrier.person } : {}
  const event = { type, account: accountId, actor: tagger.personId, ...subject }
  await record(tx, { ...event, facts: { tagId: id, ...facts, ...place } }, { quiet: true })
}
