import { accountEventsPath } from '../../paths/accounts.ts'
import {
  accountCheckPath,
  accountChecksPath,
  accountEventsCsvPath,
  accountEventsLinesPath,
  installationCheckPath,
  installationChecksPath,
  installationEventsCsvPath,
  installationEventsLinesPath,
  installationEventsPath,
} from '../../paths/event-log.ts'
import type { Readable } from './readable.ts'

/** The addresses of one log. */
export type LogPaths = {
  readonly page: string
  readonly csv: string
  readonly lines: string
  readonly checks: string
  readonly check: (id: string) => string
}

/** The addresses of an account's log, or of the installation's. */
export function pathsOf({ seen }: Pick<Readable, 'seen'>): LogPaths {
  if (!seen) {
    return {
      page: installationEventsPath.to(),
      csv: installationEventsCsvPath.to(),
      lines: installationEventsLinesPath.to(),
      checks: installationChecksPath.to(),
      check: (id) => installationCheckPath.to(id),
    }
  }
  const { identifier } = seen.account
  return {
    page: accountEventsPath.to(identifier),
    csv: accountEventsCsvPath.to(identifier),
    lines: accountEventsLinesPath.to(identifier),
    checks: accountChecksPath.to(identifier),
    check: (id) => accountCheckPath.to(identifier, id),
  }
}
