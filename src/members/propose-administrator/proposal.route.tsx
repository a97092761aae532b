import { Hono } from 'hono'
import { z } from 'zod'
import { may } from '../../accounts/domain/rights.ts'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { administratorProposalPath } from '../../paths/members.ts'
import { askForPassword, frameOf, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, MalformedForm, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changing } from '../add-members/add-members.route.tsx'
import { partiesOf } from '../people.store.ts'
import { answerTo } from '../refusal-answers.ts'
import { ProposalPage } from './proposal.page.tsx'
import { findProposal, type StoredProposal } from './proposals.store.ts'
import { confirmAdministrator, endProposal } from './settle-proposal.ts'

const stepForm = z.strictObject({ what: z.enum(['confirm', 'end']) })

type Found = { readonly viewer: Viewer; readonly seen: SeenAccount; readonly proposal: StoredProposal }

/** Making somebody an administrator, which takes two: where it stands, and the steps. */
export function proposalRoutes(platform: Platform): Hono<Env> {
  const { pattern } = administratorProposalPath
  const proposalIn = async (c: Ctx, viewer: Viewer, seen: SeenAccount): Promise<Found | undefined> => {
    const id = c.req.param('id') ?? ''
    const administers = may(seen.rights, 'change-administrators', { kind: 'ACCOUNT' })
    const which = { accountId: seen.account.id, id }
    const proposal = administers && isId(id) ? await findProposal(platform.db, which) : undefined
    return proposal && { viewer, seen, proposal }
  }
  return new Hono<Env>()
    .get(
      pattern,
      changing(platform, async (c, viewer, seen) => {
        const found = await proposalIn(c, viewer, seen)
        return found ? show(c, platform, found) : c.notFound()
      }),
    )
    .post(
      pattern,
      changing(platform, async (c, viewer, seen) => {
        const form = readForm(c, stepForm)
        if (!form.ok) throw new MalformedForm('what')
        const found = await proposalIn(c, viewer, seen)
        return found ? act(c, platform, found, form.value.what) : c.notFound()
      }),
    )
}

async function show(
  c: Ctx,
  platform: Platform,
  { viewer, seen, proposal }: Found,
  { problem, status = 200 }: { problem?: string; status?: number } = {},
): Promise<Response> {
  const parties = await partiesOf(platform.db, [proposal.personId, proposal.proposedBy])
  return html(
    c,
    <ProposalPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      proposal={proposal}
      name={parties.get(proposal.personId)?.name ?? '–'}
      by={parties.get(proposal.proposedBy)?.name ?? '–'}
      isAuthor={proposal.proposedBy === viewer.personId}
      isOpen={proposal.settledAt === null && proposal.lapsesAt > viewer.now}
      problem={problem}
    />,
    status as 200,
  )
}

const flashes = {
  CONFIRMED: 'confirmed',
  REFUSED: 'proposal-refused',
  WITHDRAWN: 'proposal-withdrawn',
} as const

async function act(c: Ctx, platform: Platform, found: Found, what: 'confirm' | 'end'): Promise<Response> {
  const { viewer, seen, proposal } = found
  const step = what === 'confirm' ? confirmAdministrator : endProposal
  const outcome = await transact(platform.db, (tx) => step(tx, viewer, proposal))
  if (outcome.ok) {
    platform.wake()
    const ended = proposal.proposedBy === viewer.personId ? 'WITHDRAWN' : 'REFUSED'
    const done = flashes[what === 'confirm' ? 'CONFIRMED' : ended]
    return seeOther(c, withQuery(accountUsersPath.to(seen.account.identifier), { done }))
  }
  const { refusal } = outcome
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  if (refusal.code === 'not-found') return c.notFound()
  const { status, text } = answerTo(refusal, viewer.reader)
  return show(c, platform, found, { problem: text, status })
}
