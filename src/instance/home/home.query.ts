import { sql } from 'kysely'
import { changesToAgree } from '../../account-changes/index.ts'
import { requestsToConfirm, type ToConfirm } from '../../access-requests/index.ts'
import { type AccountToAccept, waitingAgreements } from '../../agreements/index.ts'
import { type HeldRole, heldRoleOf, type HeldRoleRow, rolesOf } from '../../accounts/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { invitationsToAnswer, type ToAnswer } from '../../members/index.ts'
import { applicationsToLookAt, type OpenApplication, openApplications } from '../../new-accounts/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type WaitingReview, waitingReviews } from '../../reviews/index.ts'

/** What somebody holds now, and what waits for them, and the accounts they asked for. */
export type Standing = {
  readonly roles: readonly HeldRole[]
  /** What gives nothing for now, since nobody kept it in a review. */
  readonly suspended: readonly HeldRole[]
  readonly reviews: readonly WaitingReview[]
  readonly agreements: readonly AccountToAccept[]
  readonly toConfirm: readonly ToConfirm[]
  readonly invitations: readonly ToAnswer[]
  readonly applications: readonly OpenApplication[]
  /** How many new accounts wait for an operator’s look, and changes of accounts for a second person. */
  readonly office: { readonly newAccounts: number; readonly changes: number }
}
type Row = Pick<Standing, 'toConfirm' | 'invitations' | 'applications' | 'office'> & {
  roles: HeldRoleRow[]
  agreements: AccountToAccept[]
  reviews: (Omit<WaitingReview, 'closesAt'> & { closesAt: string })[]
}

const agreementsShown = 5

// One question for the lists of the same page.
const standing = prepare<{ person: string }, Row>(
  (p) => sql<Row>`
    select coalesce((select json_agg(r) from (${rolesOf(p.person)}) r), '[]') as roles,
      coalesce((select json_agg(w) from (${waitingReviews(p.person)}) w), '[]') as reviews,
      coalesce((select json_agg(c) from (${waitingAgreements(p.person, sql.lit(agreementsShown))}) c), '[]') as agreements,
      coalesce((select json_agg(b) from (${requestsToConfirm(p.person)}) b), '[]') as "toConfirm",
      coalesce((select json_agg(i) from (${invitationsToAnswer(p.person)}) i), '[]') as invitations,
      coalesce((select json_agg(n) from (${openApplications(p.person)}) n), '[]') as applications,
      json_build_object('newAccounts', (${applicationsToLookAt(p.person)}), 'changes', (${changesToAgree(p.person)})) as office`,
)

/** What the home page says about somebody's own access. */
export async function standingOf(db: Database, person: PersonId): Promise<Standing> {
  const [row] = await standing(db, { person })
  if (!row) throw new Error('A query without a from gives one row')
  const held = row.roles.map(heldRoleOf)
  return {
    ...row,
    roles: held.filter(({ isSuspended }) => !isSuspended),
    suspended: held.filter(({ isSuspended }) => isSuspended),
    reviews: row.reviews.map((review) => ({ ...review, closesAt: new Date(review.closesAt) })),
  }
}
