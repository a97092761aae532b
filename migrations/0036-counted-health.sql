-- How many accounts have too few administrators, counted some hours ago: of many accounts no page counts it.
create table counted_health (
  sole boolean primary key default true check (sole),
  administrators integer not null,
  counted_at timestamptz not null default app_now()
);

-- What is over, newest first; and whom an account's own role is kept for.
create index account_applications_over on account_applications (account_id, id) where settled_at is not null;
create index invitations_custom on invitations (account_id, custom_role_id)
  where settled_at is null and custom_role_id is not null;

-- The desk's claims, newest first.
create index claims_to_decide on claims (id)
  where status = 'WITH_SUPPORT' or (status = 'OPEN' and documents_at is not null);
create index claims_standing on claims (id) where status in ('OPEN', 'NOTICE', 'WITH_SUPPORT');
create index claims_ended on claims (id) where status not in ('OPEN', 'NOTICE', 'WITH_SUPPORT');

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on counted_health to %I', app);
end $$;
