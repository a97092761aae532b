-- Identity providers that people sign in with. The secret is sealed with the installation's key, which is not kept here.
create table sign_in_providers (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  issuer text not null unique,
  client_id text not null check (client_id <> ''),
  client_secret text not null check (client_secret <> ''),
  is_on boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default app_now()
);

-- The mail domains that an operator confirmed a provider speaks for; no two speak for one.
create table provider_domains (
  domain text primary key,
  provider_id uuid not null references sign_in_providers on delete cascade,
  confirmed_at timestamptz not null default app_now()
);
create index provider_domains_of on provider_domains (provider_id, domain);

-- Answers of providers that were used: each opens once. Only hashes, for a day.
create table spent_states (
  hash bytea primary key,
  spent_at timestamptz not null default app_now()
);
create index spent_states_age on spent_states (spent_at);

-- Which provider opened a session; null: none did. Without it the session ends.
alter table auth.session add column "providerId" uuid;
create index sessions_by_provider on auth.session ("providerId") where "providerId" is not null;

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update, delete on sign_in_providers, provider_domains to %I', app);
  execute format('grant select, insert, delete on spent_states to %I', app);
end $$;
