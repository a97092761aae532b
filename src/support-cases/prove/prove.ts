import { record } from '../../event-log/index.ts'
import { type CaseId, installation } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { aboutCase, lockCase } from '../case.store.ts'
import { type CaseRefusal, isUnderWay } from '../domain/case.ts'
import { mayAddProof, mostFiles, type ProofProblem, readProof } from '../domain/proof.ts'
import { hashOf, heldFiles, keepFile } from './prove.store.ts'

/** Why a file was not kept. */
export type ProveRefusal = CaseRefusal | { readonly code: 'proof-unfit'; readonly problem: ProofProblem }

const unfit = (problem: ProofProblem) => refuse<ProveRefusal>({ code: 'proof-unfit', problem })

/** Keeps a file as proof in a case by whoever may add some, while the case is under way. Its content tells what it is. */
export async function prove(
  tx: Tx,
  viewer: Viewer,
  id: CaseId,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<Outcome<CaseId, ProveRefusal>> {
  const one = await lockCase(tx, viewer, id)
  if (!one || !mayAddProof(one) || one.accountId === installation) return refuse({ code: 'not-found' })
  if (!isUnderWay(one)) return unfit('over')
  const proof = readProof(file)
  if (!proof.ok) return unfit(proof.refusal)
  const hash = hashOf(proof.value)
  const held = await heldFiles(tx, one, hash)
  if (held.same) return unfit('same')
  if (held.files >= mostFiles) return unfit('too-many')
  const fileId = await keepFile(tx, one, { proof: proof.value, hash, by: viewer.personId })
  const { type, content } = proof.value
  const facts = { caseId: id, fileId, type, bytes: content.length, sha256: hash.toString('hex') }
  await record(tx, { type: 'case.proof-added', ...aboutCase(one, viewer.personId), facts }, { quiet: true })
  return done(id)
}
