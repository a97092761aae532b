import type { Size } from './big-seed.ts'

const nth = (kind: string, n: string) => `pg_temp.nth('${kind}', ${n})`
const big = nth('b', '1')
/** How many of everything that people list beside accounts, users, requests and events. */
export const further = { each: 20_000, tags: 200, groups: 300, roles: 50 } as const

const tags = ({ users, parts }: Size) => `
insert into custom_tags (account_id, id, name)
  select ${big}, ${nth('1', 'n')}, 'Tag ' || n from generate_series(1, ${further.tags}) n;
insert into virtual_account_tags (account_id, tag_id, virtual_account_id)
  select ${big}, ${nth('1', `1 + n % ${further.tags}`)}, ${nth('e', 'n')} from generate_series(1, ${parts}) n;
insert into person_tags (account_id, tag_id, person_id)
  select ${big}, ${nth('1', `1 + n % ${further.tags}`)}, ${nth('a', '11 + n')} from generate_series(0, ${users - 1}) n;
insert into user_groups (account_id, id, name, role)
  select ${big}, ${nth('2', 'n')}, 'Group ' || n, 'SV' from generate_series(1, ${further.groups}) n;
insert into user_group_members (account_id, group_id, person_id)
  select ${big}, ${nth('2', 'g')}, ${nth('a', '11 + n')} from generate_series(1, ${further.groups}) g, generate_series(1, 100) n;
insert into custom_roles (account_id, id, name, reach, actions)
  select ${big}, ${nth('3', 'n')}, 'Role ' || n, 'ACCOUNT', array['see-account', 'see-virtual-accounts']
  from generate_series(1, ${further.roles}) n;
insert into custom_role_versions (account_id, role_id, version, name, description, actions)
  select account_id, id, 1, name, '', actions from custom_roles;`

const waiting = ({ users }: Size) => `
insert into invitations (account_id, id, address, address_hash, role, locale, invited_by, invited_at, lapses_at, last_mailed_at)
  select ${big}, ${nth('0', 'n')}, 'new' || n || '@firm.example', sha256(n::text::bytea), 'SU', 'en', ${nth('a', '1')}, now(),
    now() + interval '20 days', now() from generate_series(1, ${further.each}) n;
insert into blocks (account_id, id, person_id, blocked_by, blocked_until)
  select ${big}, ${nth('0', 'n')}, ${nth('a', `11 + n % ${users}`)}, ${nth('a', '1')}, now() + n * interval '1 hour'
  from generate_series(1, ${further.each}) n;
insert into reviews (account_id, id, status, selection, opens_at, opened_at, closes_at, closed_at, closed_because, started_by, items)
  select ${big}, ${nth('0', 'n')}, 'CLOSED', 'ALL', now() - n * interval '1 day', now() - n * interval '1 day',
    now() + interval '20 days', now() - n * interval '1 hour', 'ANSWERED', ${nth('a', '1')}, 0 from generate_series(2, 400) n;
insert into reviews (account_id, id, status, selection, opens_at, opened_at, closes_at, started_by, items)
  select ${big}, ${nth('0', '1')}, 'OPEN', 'ALL', now(), now(), now() + interval '20 days', ${nth('a', '1')}, ${users};
insert into review_items (account_id, review_id, grant_id, person_id, position, is_outside)
  select account_id, ${nth('0', '1')}, id, person_id, row_number() over (order by id), true from grants
  where account_id = ${big} and source = 'DIRECT';
insert into reviews (account_id, id, status, selection, opens_at, opened_at, closes_at, closed_at, closed_because, started_by, items)
  select a.id, ${nth('0', '500')}, 'CLOSED', 'ALL', now() - interval '200 days', now() - interval '200 days', now(),
    now() - interval '180 days', 'ANSWERED', ${nth('a', '1')}, 21 from accounts a
  where a.id between ${nth('b', '2')} and ${nth('b', '10000')};
insert into review_items (account_id, review_id, grant_id, person_id, position, is_outside, answer, answered_by, answered_at,
    outcome, settled_at)
  select g.account_id, ${nth('0', '500')}, g.id, g.person_id, row_number() over (partition by g.account_id order by g.id),
    false, 'KEEP', ${nth('a', '2')}, now() - interval '190 days', 'KEPT', now() - interval '180 days' from grants g
  where g.account_id between ${nth('b', '2')} and ${nth('b', '10000')} and g.person_id <> ${nth('a', '2')};`

const elsewhere = ({ users, accounts }: Size) => `
insert into cases (account_id, id, reference, cause, status, requester_id, answer_due_at)
  select ${nth('b', `2 + n % ${accounts - 1}`)}, ${nth('0', 'n')}, 'CS-' || lpad(n::text, 8, '0'), 'PORTAL_TROUBLE',
    (array['OPEN', 'WAITING_REQUESTER', 'RESOLVED', 'CLOSED'])[1 + n % 4], ${nth('a', 'case when n % 10 = 0 then 11 else 12 end')},
    now() + n * interval '1 minute' from generate_series(1, ${further.each}) n;
insert into claims (account_id, id, reference, claimant_id, reason, status, proof, proved_at)
  select ${nth('b', `2 + n % ${accounts - 1}`)}, ${nth('0', 'n')}, 'VC-' || n, ${nth('a', 'case when n % 10 = 0 then 11 else 12 end')},
    'I run it now.', 'OPEN', 'DNS', now()
  from generate_series(1, ${further.each}) n on conflict do nothing;
insert into account_applications (account_id, id, reference, requester_id, whose, identifier, name, type, reason, profile,
    nominee_address, status, action, submitted_at)
  select '00000000-0000-0000-0000-000000000000', ${nth('0', 'n')}, 'NA-' || n, ${nth('a', `11 + n % ${users}`)}, 'OWN',
    'new' || n || '.example', 'New ' || n, 'CUSTOMER', 'We need one.', '{}', 'new' || n || '@firm.example',
    case when n % 4 = 0 then 'ACTION_NEEDED' else 'CHECKING' end, case when n % 4 = 0 then 'OPERATOR' end,
    now() - n * interval '1 minute' from generate_series(1, ${further.each}) n;
insert into account_changes (account_id, id, kind, reason, asked_by, asked_at, lapses_at)
  select ${nth('b', 'n')}, ${nth('0', 'n')}, 'CLOSE', 'It is no longer needed.', ${nth('a', '1')}, now(), now() + interval '20 days'
  from generate_series(2, ${accounts}) n where n <= ${further.each};
insert into imports (id, kind, state, content, sha256, lines, at_line, started_by)
  select ${nth('0', 'n')}, 'PEOPLE', 'DONE', '', '', 0, 0, ${nth('a', '2')} from generate_series(1, 1000) n;
update people set status = 'DISABLED' where id between ${nth('a', '20000')} and ${nth('a', '20200')};
update people set mail_bounced_at = now() where id between ${nth('a', '21000')} and ${nth('a', '21200')};
update accounts set verified_domains = array['firm11.example'] where id between ${nth('b', '1000')} and ${nth('b', '1999')};
update accounts set status = 'SUSPENDED' where id between ${nth('b', '2')} and ${nth('b', '40')};`

/** The statements that fill the other lists, by what is said while they run. */
export const lists = { tags, waiting, elsewhere } as const
