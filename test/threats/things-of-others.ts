import type { World } from '../world/world.ts'

/** Lays out a claim, an application, a prepared text and a message, none of which is for everybody's eyes. */
export async function lay(w: World): Promise<void> {
  await w.owner(
    `insert into claims (account_id, id, reference, claimant_id, reason, status, proof, proved_at, notice_ends_at)
     select a.id, gen_random_uuid(), 'VC-THRE-ATSS', p.id, 'I run the network now.', 'NOTICE', 'DNS', app_now(),
       app_now() + interval '7 days'
     from accounts a, people p where a.identifier = 'acme.example' and p.address = 'luc@acme.example'`,
  )
  await w.owner(
    `insert into account_applications (account_id, id, reference, requester_id, whose, identifier, name, type, reason,
       profile, nominee_address, nominee_asked_at, status, submitted_at)
     select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'NA-THRE-ATSS', p.id, 'OWN', 'slipped.example',
       'Slipped', 'CUSTOMER', 'We need an account of our own.', '{}', 'luc@acme.example', app_now(), 'AWAITING_NOMINEE',
       app_now() from people p where p.address = 'luc@acme.example'`,
  )
  await w.owner(
    `insert into prepared_texts (account_id, id, purpose, title_en, text_en)
     select a.id, gen_random_uuid(), 'DECLINE', 'Elsewhere', 'Please ask the Paris team.' from accounts a
     where a.identifier = 'acme.example'`,
  )
  await w.owner(
    `insert into contact_messages (account_id, id, person_id, text)
     select a.id, gen_random_uuid(), p.id, 'Whom can I ask?' from accounts a, people p
     where a.identifier = 'acme.example' and p.address = 'luc@acme.example'`,
  )
}

/** What there is of an account, and some things of others, by their ids. */
export async function thingsOf(w: World, account: string) {
  const rows = (query: string) => w.owner<{ id: string; status?: string }>(query, [account])
  return {
    requests: await rows(
      `select distinct on (r.status) r.id, r.status from access_requests r join accounts a on a.id = r.account_id where a.identifier = $1`,
    ),
    grants: await rows(
      `select g.id from grants g join accounts a on a.id = g.account_id
       where a.identifier = $1 and g.revoked_at is null limit 3`,
    ),
    cases: await rows(
      `select c.id from cases c join accounts a on a.id = c.account_id where a.identifier = $1
       union all select c.id from cases c where c.cause = 'PORTAL_TROUBLE'`,
    ),
    claims: await rows(
      `select c.id from claims c join accounts a on a.id = c.account_id where a.identifier = $1`,
    ),
    applications: await w.owner<{ id: string }>(
      `select id from account_applications where reference = 'NA-THRE-ATSS'`,
    ),
    texts: await rows(
      `select t.id from prepared_texts t join accounts a on a.id = t.account_id where a.identifier = $1`,
    ),
    messages: await rows(
      `select m.id from contact_messages m join accounts a on a.id = m.account_id where a.identifier = $1`,
    ),
    people: await rows(
      `select g.person_id as id from grants g join accounts a on a.id = g.account_id where a.identifier = $1 limit 1`,
    ),
  }
}

/** The ids that stand for `:id` in a path. */
export function idsFor(path: string, things: Awaited<ReturnType<typeof thingsOf>>): string[] {
  if (path.includes('/grants/')) return things.grants.map(({ id }) => id)
  if (path.includes('/requests/')) return things.requests.map(({ id }) => id)
  if (path.includes('/cases/')) return things.cases.map(({ id }) => id)
  if (path.includes('/new-account')) return things.applications.map(({ id }) => id)
  if (path.includes('/claims/')) return things.claims.map(({ id }) => id)
  if (path.includes('/prepared-texts/')) return things.texts.map(({ id }) => id)
  if (path.startsWith('/messages/')) return things.messages.map(({ id }) => id)
  return things.people.map(({ id }) => id)
}
