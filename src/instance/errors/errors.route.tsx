import { newCasePath } from '../../paths/support-cases.ts'
import { anyone, frameOf, type Viewer } from '../../people/index.ts'
import { answerProblem } from '../../platform/api/index.ts'
import { sqlState } from '../../platform/db/index.ts'
import { type Ctx, html, MalformedForm } from '../../platform/http/index.ts'
import { factsOf } from '../../platform/log.ts'
import type { Platform } from '../../platform/platform.ts'
import { ErrorDocument, type ErrorStatus } from './error.page.tsx'

/** Answers with the page of a status; under `/api` with the same as a problem (RFC 9457). */
export function errorAnswer(
  c: Ctx,
  platform: Platform,
  status: ErrorStatus,
  viewer: Viewer | null = null,
): Response {
  const reference = status === 500 || status === 503 ? c.get('requestId') : undefined
  if (new URL(c.req.url).pathname.startsWith('/api/')) {
    const instance = reference && `urn:uuid:${reference}`
    const retryAfter = status === 503 ? 30 : undefined
    return answerProblem(c, platform.publicUrl, { status, code: codes[status], instance, retryAfter })
  }
  if (status === 503) c.header('Retry-After', '30')
  const from = new URL(c.req.url).pathname
  const openCaseHref = newCasePath.to({ from, error: c.get('requestId') })
  const frame = { ...frameOf(c, platform, viewer), openCaseHref }
  return html(
    c,
    <ErrorDocument frame={frame} status={status} {...(reference ? { reference } : {})} />,
    status,
  )
}

/** Answers that there is no such page, in the frame of whoever is signed in. */
export async function notFound(c: Ctx, platform: Platform): Promise<Response> {
  if (new URL(c.req.url).pathname.startsWith('/api/')) return errorAnswer(c, platform, 404)
  const viewer = await Promise.resolve(anyone(platform)(c)).catch(() => null)
  return errorAnswer(c, platform, 404, viewer instanceof Response ? null : viewer)
}

/** The codes of problems that are no operation's own. */
const codes: Readonly<Record<ErrorStatus, string>> = {
  403: 'foreign-origin',
  404: 'not-found',
  413: 'too-large',
  422: 'invalid',
  500: 'failed',
  503: 'unreachable',
}

const unreachable = /^(08|57P0|53)/

/** What becomes of an error that nobody expected: written down once, answered without its details. */
export function failure(platform: Platform) {
  return (error: Error, c: Ctx): Response => {
    if (error instanceof MalformedForm) return errorAnswer(c, platform, 422)
    platform.log.error('failed', { ...factsOf(error), request: c.get('requestId'), method: c.req.method })
    return errorAnswer(c, platform, isDatabaseGone(error) ? 503 : 500)
  }
}

function isDatabaseGone(error: Error): boolean {
  const code = (error as { code?: string }).code ?? ''
  const noConnection =
    /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE/.test(code) ||
    /timeout|terminated|[Cc]onnection|not queryable/.test(error.message)
  return noConnection || unreachable.test(sqlState(error) ?? '')
}
