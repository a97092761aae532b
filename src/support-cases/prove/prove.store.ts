import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Id, newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { SeenCase } from '../case.store.ts'
import type { Proof, ProofType } from '../domain/proof.ts'

type NewFile = {
  account: string
  caseId: string
  id: string
  name: string
  type: ProofType
  bytes: number
  hash: Buffer
  content: Buffer
  by: string
}

const insert = prepare<NewFile, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into case_files (account_id, case_id, id, name, type, bytes, sha256, content, added_by)
    values (${p.account}::uuid, ${p.caseId}::uuid, ${p.id}::uuid, ${p.name}, ${p.type}, ${p.bytes}::int,
      ${p.hash}::bytea, ${p.content}::bytea, ${p.by}::uuid)
    returning id`,
)

const kept = prepare<{ account: string; caseId: string; hash: Buffer }, { files: number; same: boolean }>(
  (p) => sql<{ files: number; same: boolean }>`
    select count(*)::int as files, coalesce(bool_or(f.sha256 = ${p.hash}::bytea), false) as same
    from case_files f where f.account_id = ${p.account}::uuid and f.case_id = ${p.caseId}::uuid`,
)

/** The SHA-256 of a file, by which the same one is known again. */
export function hashOf({ content }: Proof): Buffer {
  return createHash('sha256').update(content).digest()
}

/** How many files a case holds, and whether one of them is this. */
export async function heldFiles(
  tx: Tx,
  one: Pick<SeenCase, 'accountId' | 'id'>,
  hash: Buffer,
): Promise<{ files: number; same: boolean }> {
  const [row] = await kept(tx, { account: one.accountId, caseId: one.id, hash })
  return row ?? { files: 0, same: false }
}

/** Keeps a file in a case; gives its id. */
export async function keepFile(
  tx: Tx,
  one: Pick<SeenCase, 'accountId' | 'id'>,
  file: { readonly proof: Proof; readonly hash: Buffer; readonly by: PersonId },
): Promise<Id<'case-file'>> {
  const id = newId<'case-file'>()
  const { proof, hash, by } = file
  const content = Buffer.from(proof.content)
  const about = { account: one.accountId, caseId: one.id, id, name: proof.name, type: proof.type, by }
  await insert(tx, { ...about, bytes: content.length, hash, content })
  return id
}

/** A file as it is given back. */
export type KeptFile = { readonly name: string; readonly type: ProofType; readonly content: Buffer }

const read = prepare<{ account: string; caseId: string; id: string }, KeptFile>(
  (p) => sql<KeptFile>`
    select f.name, f.type, f.content from case_files f
    where f.account_id = ${p.account}::uuid and f.case_id = ${p.caseId}::uuid and f.id = ${p.id}::uuid`,
)

/** A file of a case; undefined when it holds no such one. */
export async function readFile(
  db: Database,
  one: Pick<SeenCase, 'accountId' | 'id'>,
  id: string,
): Promise<KeptFile | undefined> {
  return (await read(db, { account: one.accountId, caseId: one.id, id }))[0]
}
