import { announcements as requestAnnouncements, letters as requestLetters } from './access-requests/index.ts'
import { announcements as accountAnnouncements, letters as accountLetters } from './accounts/index.ts'
import { postHandlers } from './instance/delivery/post.ts'
import {
  announcements as peopleAnnouncements,
  forgetOldTraces,
  letters as peopleLetters,
} from './people/index.ts'
import { factsOf } from './platform/log.ts'
import { startWorker, type Worker } from './platform/jobs/index.ts'
import { type Mailbox, mailboxTransport, senderOf, smtp, type Transport } from './platform/mailer/index.ts'
import type { Platform } from './platform/platform.ts'

function transportOf(platform: Platform, from: Mailbox): Transport | null {
  if (platform.config.smtpUrl) return smtp(platform.config.smtpUrl, from)
  return platform.config.demo ? mailboxTransport(platform.db, from) : null
}

const hourMs = 3_600_000

/** Starts what works behind the pages: announcing events, sending mail, forgetting what has had its time. */
export function createWorker(platform: Platform): Worker {
  const from = senderOf(platform)
  const transport = transportOf(platform, from)
  const { db, log } = platform
  const worker = startWorker({
    db,
    log,
    size: 8,
    pollSeconds: 1,
    mostAttempts: 30,
    chance: Math.random,
    handlers: {
      ...postHandlers(platform, {
        transport,
        announcements: { ...peopleAnnouncements, ...requestAnnouncements },
        letters: { ...peopleLetters(platform), ...requestLetters(platform) },
        quiet: async (_tx, _account, instant) => instant,
      }),
    },
  })
  const sweep = setInterval(() => {
    forgetOldTraces(db).catch((error: unknown) => log.warn('sweep-failed', factsOf(error)))
  }, hourMs)
  sweep.unref()
  return {
    wake: worker.wake,
    async stop() {
      clearInterval(sweep)
      await worker.stop()
      transport?.close()
    },
  }
}
