import { type Ctx, send } from '../http/index.ts'
import { type ProblemTitle, words } from './messages/index.ts'

/** The statuses that a call of the API can fail with. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 428 | 429 | 500 | 503

/** What is wrong with one field; `pointer` is a JSON Pointer into the body (RFC 6901), or `?name` for the query. */
export type FieldProblem = { readonly pointer: string; readonly detail: string }

/** What went wrong, as RFC 9457 says it; `code` names the kind of problem on the reference page. */
export type Problem = {
  readonly status: ProblemStatus
  readonly code: string
  /** In the reader's language, for a person. */
  readonly detail?: string | undefined
  readonly errors?: readonly FieldProblem[] | undefined
  /** What the caller should have known: the thing as it is now. */
  readonly current?: unknown
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number | undefined
  /** Names the request in the log. */
  readonly instance?: string | undefined
}

/** Where the kind of a problem is explained: on the reference page. */
function problemType(publicUrl: string, code: string): string {
  return `${publicUrl}/api#problem-${code}`
}

/** Answers a call of the API with a problem (RFC 9457). */
export function answerProblem(c: Ctx, publicUrl: string, problem: Problem): Response {
  const { status, code, retryAfter, ...told } = problem
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="vestibule"')
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  const title = words.for(c.get('reader'))(`problem.${status}` satisfies ProblemTitle)
  const body = JSON.stringify({ type: problemType(publicUrl, code), title, status, ...told })
  return send(c, body, 'application/problem+json; charset=utf-8', status)
}
