-- Claims: somebody asks to administer an account that has lost its administrators, or whose domain they have proven.
create table claims (
  account_id uuid not null references accounts,
  id uuid not null,
  reference text not null unique,
  claimant_id uuid not null references people,
  status text not null default 'OPEN' check (status in
    ('OPEN', 'NOTICE', 'WITH_SUPPORT', 'GRANTED', 'REJECTED', 'STOPPED', 'WITHDRAWN', 'LAPSED')),
  reason text not null,
  -- how the domain was proven, which one, and by whom that was accepted (documents only)
  proof text check (proof in ('DNS', 'ROLE_MAIL', 'DOCUMENTS')),
  proof_domain text,
  proved_at timestamptz,
  accepted_by uuid references people,
  documents_at timestamptz,
  notice_ends_at timestamptz,
  settled_at timestamptz,
  settled_by uuid references people,
  -- what support answered to the claimant
  answer text not null default '',
  grant_id uuid,
  opened_at timestamptz not null default app_now(),
  version integer not null default 1,
  primary key (account_id, id),
  check ((proof is null) = (proved_at is null)),
  check (status = 'OPEN' or proved_at is not null or status in ('REJECTED', 'WITHDRAWN', 'LAPSED')),
  check ((settled_at is null) = (status in ('OPEN', 'NOTICE', 'WITH_SUPPORT'))),
  check ((grant_id is not null) = (status = 'GRANTED'))
);
create index claims_by_id on claims (id);
create index claims_mine on claims (claimant_id, id desc);
create index claims_open on claims (opened_at, id) where status in ('OPEN', 'NOTICE', 'WITH_SUPPORT');
create index claims_over on claims (settled_at desc, id desc) where status not in ('OPEN', 'NOTICE', 'WITH_SUPPORT');
-- The past administrators and members of an account are asked about one claim at a time.
create unique index claims_one_noticed on claims (account_id) where status in ('NOTICE', 'WITH_SUPPORT');
create unique index claims_one_each on claims (account_id, claimant_id) where status in ('OPEN', 'NOTICE', 'WITH_SUPPORT');

-- The agents who approved a claim; two different ones grant it.
create table claim_approvals (
  account_id uuid not null,
  claim_id uuid not null,
  agent_id uuid not null references people,
  approved_at timestamptz not null default app_now(),
  primary key (account_id, claim_id, agent_id),
  foreign key (account_id, claim_id) references claims (account_id, id)
);

-- Links that are mailed about a claim: only the hash is kept; each opens a page with a button.
create table claim_links (
  hash bytea primary key,
  account_id uuid not null,
  claim_id uuid not null,
  purpose text not null check (purpose in ('CONFIRM_DOMAIN', 'STOP')),
  person_id uuid references people,
  domain text,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (account_id, claim_id) references claims (account_id, id)
);
create index claim_links_claim on claim_links (account_id, claim_id);
create index claim_links_person on claim_links (person_id);

-- Nobody grants alone, whatever the code above says: two agents, neither of them the claimant, after the notice.
create function refuse_lonely_claim() returns trigger language plpgsql as $$
begin
  if (select count(*) from claim_approvals a where a.account_id = new.account_id and a.claim_id = new.id
        and a.agent_id <> new.claimant_id) < 2
     or new.notice_ends_at is null or new.notice_ends_at > app_now() then
    raise exception 'Two agents grant a claim, after its notice' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger two_agents before update on claims
  for each row when (new.status = 'GRANTED') execute function refuse_lonely_claim();

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on claims to %I', app);
  execute format('grant select, insert on claim_approvals to %I', app);
  execute format('grant select, insert, update, delete on claim_links to %I', app);
end $$;
