import {
  announcements as changeAnnouncements,
  clockHandlers as changeClocks,
  letters as changeLetters,
} from './account-changes/index.ts'
import {
  announcements as requestAnnouncements,
  clockHandlers as requestClocks,
  jobHandlers as requestJobs,
  letters as requestLetters,
  recountOldAnswers,
  rescheduling,
  scheduleForgotten,
} from './access-requests/index.ts'
import {
  announcements as accountAnnouncements,
  clockHandlers as accountClocks,
  letters as accountLetters,
  keepHolidays,
  outOfQuietHours,
  startForgottenEnds,
} from './accounts/index.ts'
import { announcements as agreementAnnouncements, letters as agreementLetters } from './agreements/index.ts'
import {
  announcements as customRoleAnnouncements,
  letters as customRoleLetters,
} from './custom-roles/index.ts'
import { announcements as groupAnnouncements, letters as groupLetters } from './groups/index.ts'
import { postHandlers } from './instance/delivery/post.ts'
import { told } from './instance/delivery/told.ts'
import { checkingChains } from './instance/event-log/check-chain.ts'
import { countInsights } from './instance/insights/count-insights.ts'
import { keepSettings } from './instance/general/keep-settings.ts'
import { forgetImports } from './instance/import/import.store.ts'
import { importing } from './instance/import/take-in.ts'
import { letters as installationLetters } from './instance/letters.ts'
import {
  announcements as memberAnnouncements,
  jobHandlers as memberJobs,
  letters as memberLetters,
} from './members/index.ts'
import {
  announcements as newAccountAnnouncements,
  clockHandlers as newAccountClocks,
  letters as newAccountLetters,
} from './new-accounts/index.ts'
import {
  announcements as peopleAnnouncements,
  forgetOldTraces,
  letters as peopleLetters,
} from './people/index.ts'
import { type ClockHandlers, startClocks } from './platform/clocks/index.ts'
import { factsOf } from './platform/log.ts'
import { startWorker, type Worker } from './platform/jobs/index.ts'
import { type Letters, listenForMail, type Way, wayOut } from './platform/mailer/index.ts'
import type { Platform } from './platform/platform.ts'
import {
  announcements as reviewAnnouncements,
  clockHandlers as reviewClocks,
  letters as reviewLetters,
  planReviews,
} from './reviews/index.ts'
import { carryingOut } from './several-users/index.ts'
import { clockHandlers as caseClocks, takingReplies, withOutsideDesk } from './support-cases/index.ts'

/** Every letter of every slice, by its kind. */
export function lettersOf(platform: Platform): Letters {
  return {
    ...peopleLetters(platform),
    ...accountLetters(platform),
    ...agreementLetters(platform),
    ...requestLetters(platform),
    ...memberLetters(platform),
    ...customRoleLetters(platform),
    ...groupLetters(platform),
    ...changeLetters(platform),
    ...newAccountLetters(platform),
    ...reviewLetters(platform),
    ...installationLetters(platform),
  }
}

const hourMs = 3_600_000
const secondsBetweenLooks = 5

/** What happens at a time by itself, of every slice. */
export const clockHandlers: ClockHandlers = {
  ...accountClocks,
  ...newAccountClocks,
  ...caseClocks,
  ...requestClocks,
  ...changeClocks,
  ...reviewClocks,
}

/** The worker with its clocks. */
export type WholeWorker = Worker & {
  /** Fires the clocks that are due now; gives how many. */
  readonly tick: () => Promise<number>
}

/**
 * Starts what works behind the pages: announcing events, sending mail, what happens at its time, forgetting what has had
 * its own. `clocks: 'BY_HAND'` fires nothing but by `tick`; `atOnce` pieces of work are in hand at a time.
 */
export function createWorker(
  platform: Platform,
  {
    clocks: mode = 'RUNNING',
    atOnce = 8,
  }: { readonly clocks?: 'RUNNING' | 'BY_HAND'; readonly atOnce?: number } = {},
): WholeWorker {
  const way = wayOut(platform)
  const { db, log } = platform
  const worker = startWorker({
    db,
    log,
    size: atOnce,
    pollSeconds: 1,
    mostAttempts: 30,
    chance: Math.random,
    handlers: handlersOf(platform, way),
  })
  const clocks = startClocks({
    db,
    log,
    handlers: clockHandlers,
    pollSeconds: mode === 'RUNNING' ? secondsBetweenLooks : null,
    fired: worker.wake,
  })
  const inbound = listenForMail(platform, {
    told,
    handlers: { case: takingReplies(platform.config.supportAddress) },
  })
  const settings = keepSettings(platform)
  const upkeep = startUpkeep(platform, mode === 'RUNNING')
  return {
    wake: worker.wake,
    tick: clocks.tick,
    async stop() {
      upkeep.stop()
      settings.stop()
      await inbound?.stop()
      await clocks.stop()
      await worker.stop()
      way.close()
    },
  }
}

function handlersOf(platform: Platform, way: Way) {
  return {
    ...requestJobs,
    ...memberJobs,
    ...rescheduling,
    ...importing(platform.db),
    'several-users': carryingOut(platform),
    'check-chain': checkingChains(platform.db),
    ...postHandlers(platform, {
      way,
      announcements: withOutsideDesk(
        {
          ...peopleAnnouncements,
          ...accountAnnouncements,
          ...agreementAnnouncements,
          ...requestAnnouncements,
          ...memberAnnouncements,
          ...customRoleAnnouncements,
          ...groupAnnouncements,
          ...changeAnnouncements,
          ...newAccountAnnouncements,
          ...reviewAnnouncements,
        },
        platform.config.supportAddress,
      ),
      letters: lettersOf(platform),
      quiet: outOfQuietHours,
    }),
  }
}

function startUpkeep(platform: Platform, atOnce: boolean): { readonly stop: () => void } {
  const { db, log } = platform
  const keep = () => {
    remember(platform)
    keepReady(platform)
  }
  const hourly = setInterval(() => {
    forgetImports(db).catch((error: unknown) => log.warn('sweep-failed', factsOf(error)))
    forgetOldTraces(db).catch((error: unknown) => log.warn('sweep-failed', factsOf(error)))
    keep()
  }, hourMs)
  hourly.unref()
  if (atOnce) keep()
  return { stop: () => clearInterval(hourly) }
}

function remember({ db, log }: Platform): void {
  planReviews(db).catch((error: unknown) => log.warn('reviews could not be planned', factsOf(error)))
  startForgottenEnds(db)
    .then((count) => count > 0 && log.info('rights that end were given their clocks', { count }))
    .catch((error: unknown) => log.warn('looking for rights without clocks failed', factsOf(error)))
  scheduleForgotten(db)
    .then((count) => count > 0 && log.warn('open requests had no next step and were given one', { count }))
    .catch((error: unknown) => log.warn('looking for requests without a next step failed', factsOf(error)))
}

// What pages read ready-made: the public holidays of the years to come, and how long accounts take to answer.
function keepReady({ db, log }: Platform): void {
  Promise.all([keepHolidays(db, null), recountOldAnswers(db), countInsights(db)]).catch((error: unknown) =>
    log.warn('what pages read ready-made could not be kept up', factsOf(error)),
  )
}
