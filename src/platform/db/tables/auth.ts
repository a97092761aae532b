import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull } from './columns.ts'

/** Every table of the `auth` schema, which the identity library writes. */
export type AuthTables = {
  'auth.user': {
    id: string
    name: string
    email: string
    emailVerified: Generated<boolean>
    image: string | null
    createdAt: At
    updatedAt: At
  }
  'auth.session': {
    id: string
    token: string
    userId: string
    expiresAt: ColumnType<Date, Date, Date>
    ipAddress: string | null
    userAgent: string | null
    createdAt: At
    updatedAt: At
    authenticatedAt: At
    seenAt: At
    endedAt: AtOrNull
    providerId: string | null
  }
  'auth.account': {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: At
    updatedAt: At
  }
}
