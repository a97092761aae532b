import type { ApiCaller } from '../people/index.ts'
import type { Operation } from '../platform/api/index.ts'
import type { Platform } from '../platform/platform.ts'
import { eventOperations } from './event-log/events.api.ts'
import { insightsOperations } from './insights/insights.api.ts'

/** What the API offers of the installation: event logs and insights. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [...eventOperations(platform), ...insightsOperations]
}
