-- Virtual accounts can be closed: they stay for what names them, and give nothing.
alter table virtual_accounts add column closed_at timestamptz;
alter table virtual_accounts add constraint virtual_accounts_default_stays
  check (not is_default or (closed_at is null and parent_id is null and not restricted)) not valid;

-- A name is taken only by one that is there.
drop index virtual_accounts_name;
create unique index virtual_accounts_name on virtual_accounts
  (account_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where closed_at is null;
-- The children of one, and everything below one.
create index virtual_accounts_children on virtual_accounts (account_id, parent_id) where closed_at is null;
create index virtual_accounts_path on virtual_accounts using gin (path);

-- Whom to turn to about an account, told when a request is late; an address counts once it is confirmed.
alter table accounts
  add column contact_name text not null default '' check (length(contact_name) <= 80),
  add column contact_address text not null default '' check (length(contact_address) <= 254),
  add column contact_confirmed_at timestamptz,
  add constraint accounts_contact_confirmed check (contact_confirmed_at is null or contact_address <> '');

-- The list of accounts, found and ordered by name.
create index accounts_by_name on accounts (lower(name), identifier);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on virtual_accounts, accounts to %I', app);
end $$;
