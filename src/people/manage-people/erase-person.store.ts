import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import { grantIsActive } from '../viewer.query.ts'

/** An account that somebody alone administers. */
export type AdministeredAccount = { readonly identifier: string; readonly name: string }

/** The active accounts that would have no administrator without this person; holds the administrators of theirs. */
export async function administeredAlone(tx: Tx, id: PersonId): Promise<AdministeredAccount[]> {
  await sql`
    select from grants g
    where g.role = 'SA' and ${grantIsActive} and g.account_id in (
      select mine.account_id from grants mine where mine.person_id = ${id}::uuid and mine.role = 'SA')
    order by g.account_id, g.id for update`.execute(tx)
  const { rows } = await sql<AdministeredAccount>`
    select distinct a.identifier, a.name from grants g join accounts a on a.id = g.account_id and a.status = 'ACTIVE'
    where g.person_id = ${id}::uuid and g.role = 'SA' and ${grantIsActive}
      and not exists (
        select from grants o join people p on p.id = o.person_id and p.status = 'ACTIVE'
        where o.account_id = g.account_id and o.role = 'SA' and o.person_id <> g.person_id
          and o.revoked_at is null and o.suspended_at is null and (o.ends_at is null or o.ends_at > app_now()))
    order by a.name, a.identifier`.execute(tx)
  return rows
}

/** Whether this person has asked for something, or somebody has for them, that is not answered. */
export async function hasOpenRequests(tx: Tx, id: PersonId): Promise<boolean> {
  const { rows } = await sql`
    select from access_requests
    where (requester_id = ${id}::uuid or beneficiary_id = ${id}::uuid) and status in ('PENDING', 'INFO_REQUESTED')
    limit 1`.execute(tx)
  return rows.length > 0
}

/** The other identities of a person, which turned out to be theirs. */
export async function otherIdentities(tx: Tx, id: PersonId): Promise<{ id: PersonId; address: string }[]> {
  const { rows } = await sql<{ id: PersonId; address: string }>`
    select id, address from people where merged_into = ${id}::uuid and status <> 'ERASED' order by id for update`.execute(
    tx,
  )
  return rows
}

/** Blanks every personal word of a person, wherever it lies, and ends their grants. */
export async function erasePersonal(
  tx: Tx,
  person: { id: PersonId; address: string; by: PersonId | null },
): Promise<void> {
  const { id, address, by } = person
  await sql`update grants set revoked_at = app_now(), revoked_by = ${by}::uuid
    where person_id = ${id}::uuid and revoked_at is null`.execute(tx)
  await sql`update people set status = 'ERASED', address = ${`erased-${id}@invalid`}, verified_at = null,
      first_name = '', last_name = '', preferred_first_name = '', company = '', country = '', site_address = '',
      company_phone = '', directory_id = null, away_note = '', owned_fields = '{}', is_support = false, is_operator = false
    where id = ${id}::uuid`.execute(tx)
  await eraseOperation(tx, id, address)
  await sql`delete from delegates where person_id = ${id}::uuid or delegate_id = ${id}::uuid`.execute(tx)
  await sql`delete from backup_approvers where person_id = ${id}::uuid`.execute(tx)
  await sql`delete from setting_proposals where proposed_by = ${id}::uuid`.execute(tx)
  await sql`update claims set reason = '', answer = '' where claimant_id = ${id}::uuid`.execute(tx)
  await sql`delete from claim_links where person_id = ${id}::uuid`.execute(tx)
  await sql`update accounts set contact_name = '', contact_address = '', contact_confirmed_at = null
    where contact_address = ${address}`.execute(tx)
  await sql`delete from person_tags where person_id = ${id}::uuid`.execute(tx)
  await eraseApplications(tx, { id, address })
  await sql`delete from drafts where person_id = ${id}::uuid`.execute(tx)
  await sql`delete from personal_tokens where person_id = ${id}::uuid`.execute(tx)
  await sql`delete from look_ups where person_id = ${id}::uuid`.execute(tx)
  await sql`delete from event_details where person_id = ${id}::uuid`.execute(tx)
  await sql`update access_requests set profile = '{}', reason = '', ask_named = ''
    where requester_id = ${id}::uuid or beneficiary_id = ${id}::uuid`.execute(tx)
  await sql`update amendments set reason = '', ask = ask - 'named'
    where (account_id, request_id) in (
      select account_id, id from access_requests where requester_id = ${id}::uuid or beneficiary_id = ${id}::uuid)`.execute(
    tx,
  )
  await sql`update administrator_removals m set
      reason = case when m.proposed_by = ${id}::uuid or g.person_id = ${id}::uuid then '' else m.reason end, answer = ''
    from grants g where g.account_id = m.account_id and g.id = m.grant_id
      and ${id}::uuid in (m.proposed_by, m.settled_by, g.person_id)`.execute(tx)
  await eraseMembership(tx, { id, address })
  await eraseConversation(tx, id)
  await eraseOnBehalf(tx, { id, address })
  await eraseCases(tx, id)
  await sql`delete from mail_preferences where person_id = ${id}::uuid`.execute(tx)
  await sql`delete from mail_answers h using mails m
    where m.account_id = h.account_id and m.id = h.mail_id
      and (m.person_id = ${id}::uuid or m.address = ${address})`.execute(tx)
  await sql`update mails set address = ${`erased-${id}@invalid`}, payload = '{}', response = null
    where person_id = ${id}::uuid or address = ${address}`.execute(tx)
  await sql`delete from mailbox where recipient = ${address} or address = ${address}`.execute(tx)
}

/** Blanks why a person wanted whole accounts changed, and forgets lists that they stand in. */
async function eraseOperation(tx: Tx, id: PersonId, address: string): Promise<void> {
  await sql`update account_changes set
      reason = case when asked_by = ${id}::uuid then '' else reason end,
      answer = case when settled_by = ${id}::uuid then '' else answer end
    where ${id}::uuid in (asked_by, settled_by)`.execute(tx)
  await sql`update imports set content = ''::bytea, state = case when state = 'DONE' then state else 'DROPPED' end
    where content <> ''::bytea and position(convert_to(${address}, 'UTF8') in content) > 0`.execute(tx)
}

/** Blanks what a person wrote in cases, what was written about theirs, and what was kept as proof in them. */
async function eraseCases(tx: Tx, id: PersonId): Promise<void> {
  const theirs = sql`(account_id, case_id) in (
    select account_id, id from cases where requester_id = ${id}::uuid)`
  await sql`update case_messages set text = '' where author_id = ${id}::uuid or ${theirs}`.execute(tx)
  await sql`delete from case_files where ${theirs}`.execute(tx)
  await sql`update support_proposals set grounds = '', note = case when ${theirs} then '' else note end
    where proposed_by = ${id}::uuid or ${theirs}`.execute(tx)
  await sql`delete from support_looks where person_id = ${id}::uuid`.execute(tx)
}

/** Blanks what a person asked for colleagues, and what was asked for them; what still waited is taken back. */
async function eraseOnBehalf(tx: Tx, { id, address }: { id: PersonId; address: string }): Promise<void> {
  const theirs = sql`(b.asked_by = ${id}::uuid or b.beneficiary_id = ${id}::uuid or b.address = ${address})`
  await sql`delete from event_details d using events e, requests_on_behalf b
    where e.account_id = d.account_id and e.id = d.event_id and e.type = 'on-behalf.asked'
      and (e.body::jsonb -> 'facts' ->> 'onBehalfId')::uuid = b.id and ${theirs}`.execute(tx)
  await sql`update requests_on_behalf b set reason = '', address = '', wish = wish #- '{scope,named}',
      status = case when b.status = 'WAITING' then 'WITHDRAWN' else b.status end,
      settled_at = coalesce(b.settled_at, app_now())
    where ${theirs}`.execute(tx)
  await sql`delete from sent_together where person_id = ${id}::uuid`.execute(tx)
}

/** Blanks what a person wrote to others, and what others wrote about their requests. */
async function eraseConversation(tx: Tx, id: PersonId): Promise<void> {
  const theirs = sql`(account_id, request_id) in (
    select account_id, id from access_requests where requester_id = ${id}::uuid or beneficiary_id = ${id}::uuid)`
  await sql`update questions set
      text = case when asked_by = ${id}::uuid or ${theirs} then '' else text end,
      answer = case when answer is not null and (answered_by = ${id}::uuid or ${theirs}) then '' else answer end
    where asked_by = ${id}::uuid or answered_by = ${id}::uuid or ${theirs}`.execute(tx)
  await sql`update blocks set reason = '' where ${id}::uuid in (person_id, blocked_by)`.execute(tx)
  await sql`update comments set text = '' where written_by = ${id}::uuid or ${theirs}`.execute(tx)
  await sql`update contact_messages set
      text = case when person_id = ${id}::uuid then '' else text end,
      answer = case when answer is not null then '' end
    where person_id = ${id}::uuid or answered_by = ${id}::uuid`.execute(tx)
  await sql`delete from event_details d using events e
    where e.account_id = d.account_id and e.id = d.event_id
      and e.type in ('access-request.information-asked', 'access-request.answered', 'access-request.commented')
      and (e.account_id, e.request_id) in (
        select account_id, id from access_requests where requester_id = ${id}::uuid or beneficiary_id = ${id}::uuid)`.execute(
    tx,
  )
  await sql`delete from event_details d using events e
    where e.account_id = d.account_id and e.id = d.event_id and e.type = 'account.contact-answered'
      and e.account_id in (select account_id from contact_messages where person_id = ${id}::uuid)
      and (e.body::jsonb ->> 'subject')::uuid = ${id}::uuid`.execute(tx)
  await sql`delete from request_claims where person_id = ${id}::uuid`.execute(tx)
}

/** Blanks an address in invitations and in lists of people, and forgets when somebody was here last. */
async function eraseMembership(tx: Tx, { id, address }: { id: PersonId; address: string }): Promise<void> {
  const hash = sql`sha256(convert_to(${address}, 'UTF8'))`
  await sql`update invitations set address = '', address_hash = sha256(convert_to(id::text, 'UTF8')), link_hash = null,
      settled_at = coalesce(settled_at, app_now()), outcome = coalesce(outcome, 'WITHDRAWN')
    where address_hash = ${hash}`.execute(tx)
  await sql`update invitations set settled_at = app_now(), outcome = 'WITHDRAWN', address = '', link_hash = null
    where invited_by = ${id}::uuid and settled_at is null`.execute(tx)
  await sql`update administrator_proposals set settled_at = app_now(), outcome = 'LAPSED'
    where ${id}::uuid in (person_id, proposed_by) and settled_at is null`.execute(tx)
  await sql`delete from member_batches where made_by = ${id}::uuid`.execute(tx)
  await sql`update member_batch_lines set address = '' where lower(address) = ${address}`.execute(tx)
  await sql`delete from person_activity where person_id = ${id}::uuid`.execute(tx)
}

/** Blanks what a person wrote about new accounts; their own that are open are over, and nobody waits for them as a nominee. */
async function eraseApplications(tx: Tx, { id, address }: { id: PersonId; address: string }): Promise<void> {
  await sql`update application_steps set note = ''
    where person_id = ${id}::uuid or note = ${address} or (account_id, application_id) in (
      select account_id, id from account_applications
      where requester_id = ${id}::uuid or nominee_address = ${address})`.execute(tx)
  await sql`update account_applications set reason = '', insists = '', profile = '{}', version = version + 1,
      nominee_address = case when whose = 'OWN' then '' else nominee_address end,
      status = case when settled_at is null then 'WITHDRAWN' else status end,
      action = case when settled_at is null then null else action end, settled_at = coalesce(settled_at, app_now())
    where requester_id = ${id}::uuid`.execute(tx)
  await sql`update account_applications set nominee_address = '', nominee_round = nominee_round + 1,
      version = version + 1,
      status = case when status = 'AWAITING_NOMINEE' then 'ACTION_NEEDED' else status end,
      action = case when status = 'AWAITING_NOMINEE' then 'NOMINEE' else action end
    where nominee_address = ${address}`.execute(tx)
}
