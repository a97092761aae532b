import { newCasePath } from '../paths/support-cases.ts'
import type { Ctx } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Frame, FramePerson } from '../ui/index.ts'
import { initialsOf, nameOf } from './domain/viewer.ts'
import { recentAccounts } from './recent-accounts.ts'
import type { Viewer } from './viewer.query.ts'

/** What the frame of a page shows, for somebody who is signed in or not. */
export function frameOf(c: Ctx, platform: Platform, viewer: Viewer | null): Frame {
  const { pathname, search } = new URL(c.req.url)
  const reader = viewer?.reader ?? c.get('reader')
  return {
    reader,
    path: `${pathname}${search}`,
    installationName: platform.settings.name,
    version: platform.version,
    theme: c.get('theme'),
    assets: platform.assets,
    footerLinks: platform.settings.footer.map(({ label, href }) => ({ label: label[reader.locale], href })),
    openCaseHref: newCasePath.to(knownAt(pathname)),
    person: viewer ? framed(viewer) : undefined,
    demo: platform.config.demo,
    recentAccounts: pathname.startsWith('/accounts/') ? recentAccounts(c, platform) : [],
  }
}

const aboutRequest = /^\/requests\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/

/** What a page knows for a case that is opened from it: where it is, and the request it is about. */
function knownAt(pathname: string): { from?: string; request?: string } {
  if (pathname.startsWith('/cases')) return {}
  const request = aboutRequest.exec(pathname)?.[1]
  return { from: pathname, ...(request ? { request } : {}) }
}

function framed(viewer: Viewer): FramePerson {
  const name = nameOf(viewer)
  const { canDecide, toDecide, toAnswer, ownOpen, unread, manages } = viewer.counters
  return {
    name,
    email: viewer.address,
    initials: initialsOf(name),
    canDecide,
    toDecide,
    ownOpen,
    unread,
    id: viewer.personId,
    mailReturns: viewer.mailBouncedAt !== null,
    isOperator: viewer.isOperator,
    isSupport: viewer.isSupport,
    toAnswer,
    manages,
  }
}
