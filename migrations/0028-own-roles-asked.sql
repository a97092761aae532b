-- Roles of an account's own where something is asked, decided by a rule, or reviewed: each as it was at its version.
alter table access_requests drop constraint access_requests_ask_role_check;
alter table access_requests
  add constraint access_requests_ask_role_check
    check (ask_role in ('SA', 'AG', 'SU', 'SV', 'CA', 'VA', 'VU', 'VV', 'CV')),
  add column ask_custom_role_id uuid,
  add column ask_custom_role_version integer,
  add constraint access_requests_ask_custom
    check ((coalesce(ask_role, '') in ('CA', 'CV')) = (ask_custom_role_id is not null)),
  add constraint access_requests_ask_custom_version
    check ((ask_custom_role_id is null) = (ask_custom_role_version is null)),
  add foreign key (account_id, ask_custom_role_id, ask_custom_role_version) references custom_role_versions;

-- A rule gives a role of the account's own only when that gives no power over others and speaks for nobody.
alter table decisions drop constraint decisions_by_rule;
alter table decisions add constraint decisions_by_rule
  check (rule_id is null or (final and coalesce(role, 'SV') in ('SU', 'SV', 'CA', 'VU', 'VV', 'CV')));
create function refuse_power_by_rule() returns trigger language plpgsql as $$
begin
  if exists (
    select from custom_role_versions w
    where w.account_id = new.account_id and w.role_id = new.custom_role_id and w.version = new.custom_role_version
      and not w.actions <@ array['see-account', 'see-virtual-accounts', 'use', 'see-people', 'see-requests',
        'see-event-log', 'export-event-log']) then
    raise exception 'A rule gives no power over others' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger no_power_by_rule before insert on decisions
  for each row when (new.rule_id is not null and new.custom_role_id is not null)
  execute function refuse_power_by_rule();

-- A review of one role may be of one of the account's own.
alter table reviews drop constraint reviews_role_check;
alter table reviews
  add constraint reviews_role_check check (role in ('SA', 'AG', 'SU', 'SV', 'CA', 'VA', 'VU', 'VV', 'CV')),
  add column custom_role_id uuid,
  add constraint reviews_custom check ((coalesce(role, '') in ('CA', 'CV')) = (custom_role_id is not null)),
  add foreign key (account_id, custom_role_id) references custom_roles (account_id, id);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on custom_role_versions to %I', app);
end $$;
