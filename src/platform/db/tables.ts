import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type At = ColumnType<Date, Date | undefined, Date>
type AtOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
type Json<T extends object> = JSONColumnType<T>

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

export type PeopleTables = {
  people: {
    id: string
    address: string
    verified_at: AtOrNull
    status: Generated<'ACTIVE' | 'DISABLED' | 'ERASED'>
    first_name: Generated<string>
    last_name: Generated<string>
    preferred_first_name: Generated<string>
    company: Generated<string>
    country: Generated<string>
    site_address: Generated<string>
    company_phone: Generated<string>
    directory_id: string | null
    owned_fields: ColumnType<Record<string, { system: string; href?: string }>, string | undefined, string>
    locale: Generated<'en' | 'fr'>
    time_zone: Generated<string>
    is_support: Generated<boolean>
    is_operator: Generated<boolean>
    mail_bounced_at: AtOrNull
    away_until: AtOrNull
    demo: Generated<boolean>
    created_at: At
  }
  links: {
    hash: Buffer
    purpose: 'VERIFY' | 'RESET' | 'CHANGE_ADDRESS' | 'SIGN_IN' | 'FIRST_OPERATOR'
    person_id: string | null
    address: string | null
    payload: ColumnType<Record<string, string>, string | undefined, string>
    expires_at: ColumnType<Date, Date, Date>
    used_at: AtOrNull
    created_at: At
  }
  personal_tokens: {
    person_id: string
    id: string
    name: string
    prefix: string
    hash: Buffer
    scopes: string[]
    expires_at: ColumnType<Date, Date, Date>
    revoked_at: AtOrNull
    last_used_at: AtOrNull
    created_at: At
  }
  limits: { bucket: string; window_start: ColumnType<Date, Date, Date>; count: number }
  look_ups: { person_id: string; identifier: string; hit: boolean; looked_at: At }
  drafts: { person_id: string; form: string; content: Json<Record<string, unknown>>; updated_at: At }
  idempotency_keys: {
    person_id: string
    key: string
    fingerprint: Buffer
    account_id: string | null
    object_id: string | null
    answer: Json<Record<string, unknown>>
    created_at: At
  }
}

export type RoleCode = 'SA' | 'AG' | 'SU' | 'SV' | 'VA' | 'VU' | 'VV'

export type AccountTables = {
  accounts: {
    id: string
    identifier: string
    name: string
    type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
    status: Generated<'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED'>
    visibility: Generated<'LISTED' | 'RESTRICTED'>
    time_zone: Generated<string>
    verified_domains: Generated<string[]>
    two_for_administrator: boolean | null
    show_administrators: Generated<'NAMES' | 'RELAY' | 'NONE'>
    created_at: At
  }
  virtual_accounts: {
    account_id: string
    id: string
    parent_id: string | null
    name: string
    path: string[]
    is_default: Generated<boolean>
    restricted: Generated<boolean>
    created_at: At
  }
  grants: {
    account_id: string
    id: string
    person_id: string
    role: RoleCode
    virtual_account_id: string | null
    source: 'REQUEST' | 'DIRECT' | 'GROUP' | 'RULE' | 'CREATION'
    request_id: string | null
    decision_id: string | null
    given_by: string | null
    ends_at: AtOrNull
    revoked_at: AtOrNull
    revoked_by: string | null
    created_at: At
  }
}

export type RequestTables = {
  access_requests: {
    account_id: string
    id: string
    reference: string
    requester_id: string
    beneficiary_id: string
    status: 'PENDING' | 'INFO_REQUESTED' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'CLOSED'
    stage: Generated<'WITH_ADMINS' | 'OVERDUE' | 'WITH_SUPPORT'>
    version: Generated<number>
    amendments: Generated<number>
    status_changes: Generated<number>
    ask_scope: 'ACCOUNT' | 'VIRTUAL' | 'UNSURE'
    ask_virtual_account_ids: Generated<string[]>
    ask_named: Generated<string>
    ask_role: RoleCode | null
    ask_ends_at: AtOrNull
    reason: string
    account_name: string
    profile: Json<Record<string, string>>
    previous_request_id: string | null
    submitted_at: ColumnType<Date, Date, never>
    due_at: ColumnType<Date, Date, Date>
    expires_at: ColumnType<Date, Date, Date>
    last_reminded_at: AtOrNull
    last_reminded_by_hand_at: AtOrNull
    reminders_by_hand: Generated<number>
    first_viewed_at: AtOrNull
    settled_at: AtOrNull
  }
  amendments: {
    account_id: string
    request_id: string
    version: number
    ask: Json<Record<string, unknown>>
    reason: string
    amended_at: At
  }
  decisions: {
    account_id: string
    id: string
    request_id: string
    decided_by: string
    verdict: 'APPROVE' | 'DECLINE'
    final: boolean
    request_version: number
    role: RoleCode | null
    scope: 'ACCOUNT' | 'VIRTUAL' | null
    virtual_account_ids: Generated<string[]>
    ends_at: AtOrNull
    code: string | null
    note: Generated<string>
    private_note: Generated<string>
    block_until: AtOrNull
    decided_at: ColumnType<Date, Date, never>
  }
  views: { account_id: string; request_id: string; person_id: string; version: number; first_at: At }
  reminders: {
    account_id: string
    request_id: string
    kind: 'BY_HAND' | 'BY_CLOCK'
    n: number
    sent_by: string | null
    recipients: number
    reminded_at: ColumnType<Date, Date, never>
  }
  cases: {
    account_id: string
    id: string
    reference: string
    request_id: string | null
    cause: 'NOBODY_REACHABLE'
    status: Generated<'OPEN' | 'WAITING_REQUESTER' | 'WAITING_ACCOUNT' | 'RESOLVED' | 'CLOSED'>
    opened_at: At
  }
}

export type LogTables = {
  installation: { sole: Generated<boolean>; demo: boolean; created_at: At }
  chain_heads: { account_id: string; seq: number; hash: Buffer }
  events: {
    account_id: string
    seq: Generated<number>
    id: string
    occurred_at: At
    body: string
    previous_hash: Generated<Buffer>
    hash: Generated<Buffer>
    type: ColumnType<string, never, never>
    actor_id: ColumnType<string | null, never, never>
    request_id: ColumnType<string | null, never, never>
  }
  event_details: {
    account_id: string
    event_id: string
    person_id: string
    salt: string
    content: Json<Record<string, unknown>>
  }
  jobs: {
    account_id: string
    id: string
    kind: string
    key: string
    payload: ColumnType<Record<string, unknown>, string | undefined, string>
    run_at: At
    attempts: Generated<number>
    lease_until: AtOrNull
    token: string | null
    failed_at: AtOrNull
    last_error: string | null
    created_at: At
  }
  mails: {
    account_id: string
    id: string
    event_id: string | null
    request_id: string | null
    kind: string
    n: Generated<number>
    person_id: string | null
    address: string
    locale: string
    message_id: string
    payload: ColumnType<Record<string, unknown>, string | undefined, string>
    state: Generated<'QUEUED' | 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED'>
    attempts: Generated<number>
    response: string | null
    queued_at: At
    settled_at: AtOrNull
  }
  mailbox: {
    id: string
    message_id: string
    address: string
    recipient: string
    subject: string
    headers: Json<Record<string, string>>
    text: string
    html: string
    received_at: At
  }
}

/** The database as Kysely sees it: columns as they are stored, instants as `Date`, counts as numbers. */
export type Tables = AuthTables & PeopleTables & AccountTables & RequestTables & LogTables
