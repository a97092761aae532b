import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { addMembersRoutes } from './add-members/add-members.route.tsx'
import { batchRoutes } from './add-members/batch.route.tsx'
import { changeGrantRoutes } from './change-grant/change-grant.route.tsx'
import { acceptRoutes } from './invite/accept.route.tsx'
import { invitationsRoutes } from './invite/invitations.route.tsx'
import { leaveRoutes } from './leave/leave.route.tsx'
import { personRoutes } from './person/person.route.tsx'
import { proposalRoutes } from './propose-administrator/proposal.route.tsx'
import { removeMemberRoutes } from './remove-member/remove-member.route.tsx'
import { usersRoutes } from './users/users.route.tsx'

/** The pages about the people of an account. Named pages come before the one that takes any name. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  for (const part of [
    usersRoutes,
    addMembersRoutes,
    batchRoutes,
    invitationsRoutes,
    proposalRoutes,
    acceptRoutes,
    changeGrantRoutes,
    removeMemberRoutes,
    leaveRoutes,
    personRoutes,
  ])
    app.route('/', part(platform))
  return app
}
