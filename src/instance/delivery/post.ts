import { announcements } from '../announcements.ts'
import { bellPath } from '../../paths/instance.ts'
import { unsubscribeUrl } from '../../people/index.ts'
import type { Handler } from '../../platform/jobs/index.ts'
import {
  type Announcements,
  announcing,
  delivering,
  digestKind,
  digestLetter,
  type Envelope,
  gathering,
  hostOf,
  type Letters,
  type Mail,
  type Quiet,
  replyAddress,
  senderOf,
  type Way,
} from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { headsFor } from './heads.query.ts'
import { tidyBell } from './tidy.store.ts'
import { told } from './told.ts'

/** What the slices have to say, and by which way it leaves. */
export type Post = {
  readonly announcements: Announcements
  readonly letters: Letters
  readonly way: Way
  readonly quiet: Quiet
}

/** Which mails a mail program may turn off with one press (RFC 8058): reminders and the daily mail. */
function unsubscribableBy(mail: Mail): 'reminder' | 'digest' | null {
  if (mail.kind === digestKind) return mail.payload['why'] === 'cap' ? null : 'digest'
  return mail.category === 'reminder' ? 'reminder' : null
}

function envelopeOf(platform: Platform): (mail: Mail) => Envelope {
  return (mail) => {
    const what = mail.personId === null ? null : unsubscribableBy(mail)
    const url = what && mail.personId && unsubscribeUrl(platform, { personId: mail.personId, what })
    return {
      returnTo: replyAddress(platform, 'bounce', mail.id),
      headers: url
        ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {},
      ...(what && url ? { turnOff: { what, href: url } } : {}),
    }
  }
}

/** The worker's handlers for telling people: what to tell, to gather, to send. */
export function postHandlers(platform: Platform, post: Post): Readonly<Record<string, Handler>> {
  const { db, live, log } = platform
  // Operators change it while we run.
  const host = () => hostOf(senderOf(platform))
  const digest = digestLetter({
    letters: post.letters,
    publicUrl: platform.publicUrl,
    installationName: () => platform.settings.name,
    bellPath: bellPath.to(),
    headsFor,
  })
  return {
    announce: announcing({
      db,
      live,
      host,
      quiet: post.quiet,
      tidy: tidyBell,
      announcements: { ...post.announcements, ...announcements },
    }),
    digest: gathering({ host }),
    mail: delivering({
      db,
      log,
      told,
      transport: post.way.by,
      letters: { ...post.letters, [digestKind]: digest },
      chance: Math.random,
      envelopeOf: envelopeOf(platform),
    }),
  }
}
