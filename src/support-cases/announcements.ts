import type { Announcements } from '../platform/mailer/index.ts'
import { agentsToTell } from './told.store.ts'

/** Who is told about cases: every support agent, when one is opened. */
export const announcements: Announcements = {
  'case.opened': async (tx, event) => {
    const agents = await agentsToTell(tx)
    return agents.map((agent) => ({
      ...agent,
      kind: 'case.opened',
      category: 'support',
      ...(event.request === null ? {} : { requestId: event.request }),
      payload: { caseId: event.facts['caseId'] ?? null },
    }))
  },
}
