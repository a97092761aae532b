import type { AccountChangeTables } from './tables/account-changes.ts'
import type { AccountTables } from './tables/accounts.ts'
import type { AuthTables } from './tables/auth.ts'
import type { AwayTables } from './tables/away.ts'
import type { CaseTables } from './tables/cases.ts'
import type { ClockTables } from './tables/clocks.ts'
import type { ConversationTables } from './tables/conversation.ts'
import type { CustomRoleTables } from './tables/custom-roles.ts'
import type { DeliveryTables } from './tables/delivery.ts'
import type { GroupTables } from './tables/groups.ts'
import type { LogTables } from './tables/log.ts'
import type { MemberTables } from './tables/members.ts'
import type { NewAccountTables } from './tables/new-accounts.ts'
import type { OnBehalfTables } from './tables/on-behalf.ts'
import type { PeopleTables } from './tables/people.ts'
import type { ProviderTables } from './tables/providers.ts'
import type { RemovalTables } from './tables/removals.ts'
import type { RequestTables } from './tables/requests.ts'
import type { ReviewTables } from './tables/reviews.ts'
import type { RuleTables } from './tables/rules.ts'
import type { SettingsTables } from './tables/settings.ts'
import type { VacancyTables } from './tables/vacancy.ts'

/** The database as Kysely sees it: columns as they are stored, instants as `Date`, counts as numbers. */
export type Tables = OnBehalfTables &
  ConversationTables &
  AuthTables &
  PeopleTables &
  AccountTables &
  AccountChangeTables &
  ProviderTables &
  RequestTables &
  RemovalTables &
  CaseTables &
  ClockTables &
  CustomRoleTables &
  GroupTables &
  LogTables &
  MemberTables &
  NewAccountTables &
  AwayTables &
  DeliveryTables &
  ReviewTables &
  RuleTables &
  SettingsTables &
  VacancyTables
