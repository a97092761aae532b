import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ApplicationId } from './application.ts'

export const mostOpenApplications = 3
export const mostApplicationsADay = 5

/** What is asked about somebody who applies. */
export type Applicant = {
  readonly verified: boolean
  readonly profileComplete: boolean
  readonly open: number
  readonly today: number
  /** Their own open application for the same identifier. */
  readonly same: { readonly id: ApplicationId; readonly reference: string } | null
}

/** Why nothing was sent. */
export type ApplyRefusal =
  | { readonly code: 'address-unverified' }
  | { readonly code: 'profile-incomplete' }
  | { readonly code: 'too-many-open'; readonly most: number }
  | { readonly code: 'too-many-today'; readonly most: number }
  | { readonly code: 'asked-already'; readonly id: ApplicationId; readonly reference: string }

/** Whether somebody can apply for an account now. */
export function mayApply(who: Applicant): Outcome<null, ApplyRefusal> {
  if (!who.verified) return refuse({ code: 'address-unverified' })
  if (!who.profileComplete) return refuse({ code: 'profile-incomplete' })
  if (who.same) return refuse({ code: 'asked-already', ...who.same })
  if (who.open >= mostOpenApplications) return refuse({ code: 'too-many-open', most: mostOpenApplications })
  if (who.today >= mostApplicationsADay) return refuse({ code: 'too-many-today', most: mostApplicationsADay })
  return done(null)
}
