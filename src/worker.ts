import { announcements as requestAnnouncements, letters as requestLetters } from './access-requests/index.ts'
import {
  announcements as peopleAnnouncements,
  forgetOldTraces,
  letters as peopleLetters,
} from './people/index.ts'
import { factsOf } from './platform/log.ts'
import { startWorker, type Worker } from './platform/jobs/index.ts'
import {
  announcing,
  delivering,
  type Mailbox,
  mailboxTransport,
  readMailbox,
  smtp,
  type Transport,
} from './platform/mailer/index.ts'
import { WrongConfiguration } from './platform/config/index.ts'
import type { Platform } from './platform/platform.ts'

function sender(platform: Platform): Mailbox {
  const { mailFrom } = platform.config
  const host = new URL(platform.publicUrl).hostname
  const fallback = {
    name: platform.settings.name,
    address: `no-reply@${host.startsWith('[') || /^[\d.]+$/.test(host) ? 'localhost' : host}`,
  }
  const mailbox = mailFrom === null ? fallback : readMailbox(mailFrom)
  if (!mailbox)
    throw new WrongConfiguration('MAIL_FROM must be an address, or a name and an address in angle brackets.')
  return mailbox
}

function transportOf(platform: Platform, from: Mailbox): Transport | null {
  if (platform.config.smtpUrl) return smtp(platform.config.smtpUrl, from)
  return platform.config.demo ? mailboxTransport(platform.db, from) : null
}

const hourMs = 3_600_000

/** Starts what works behind the pages: announcing events, sending mail, forgetting what has had its time. */
export function createWorker(platform: Platform): Worker {
  const from = sender(platform)
  const transport = transportOf(platform, from)
  const host = from.address.slice(from.address.lastIndexOf('@') + 1)
  const { db, log, live } = platform
  const worker = startWorker({
    db,
    log,
    size: 8,
    pollSeconds: 1,
    mostAttempts: 30,
    chance: Math.random,
    handlers: {
      announce: announcing({
        db,
        live,
        host,
        announcements: { ...peopleAnnouncements, ...requestAnnouncements },
      }),
      mail: delivering({
        db,
        transport,
        letters: { ...peopleLetters(platform), ...requestLetters(platform) },
        chance: Math.random,
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
