import { type Ctx, html } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { frameOf } from './frame.ts'
import { dropLink } from './link-cookie.ts'
import { LinkGonePage, TooManyPage } from './told.page.tsx'
import type { Viewer } from './viewer.query.ts'

/** Answers that something was tried too often. */
export function tooMany(
  c: Ctx,
  platform: Platform,
  too: { viewer: Viewer | null; seconds: number },
): Response {
  c.header('Retry-After', String(too.seconds))
  return html(c, <TooManyPage frame={frameOf(c, platform, too.viewer)} seconds={too.seconds} />, 429)
}

/** Answers that too many pages of lists were opened. */
export function tooManyPages(c: Ctx, platform: Platform, too: { viewer: Viewer; seconds: number }): Response {
  c.header('Retry-After', String(too.seconds))
  return html(c, <TooManyPage frame={frameOf(c, platform, too.viewer)} seconds={too.seconds} pages />, 429)
}

/** Answers that a link cannot be used any more. */
export function linkGone(c: Ctx, platform: Platform, viewer: Viewer | null): Response {
  dropLink(c, platform)
  return html(c, <LinkGonePage frame={frameOf(c, platform, viewer)} />, 410)
}
