-- A suspended grant gives nothing until somebody keeps it in a review, or while its account is suspended.
alter table grants
  add column suspended_at timestamptz,
  add column suspended_because text check (suspended_because in ('REVIEW', 'ACCOUNT')),
  add check ((suspended_at is null) = (suspended_because is null));

-- An active account keeps an administrator, however the last one would go: suspended is gone, too.
create or replace function keep_an_administrator() returns trigger language plpgsql as $$
begin
  if exists (select from accounts where id = old.account_id and status = 'ACTIVE')
     and not exists (
       select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
       where g.account_id = old.account_id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
         and (g.ends_at is null or g.ends_at > app_now()))
  then
    raise exception 'An account keeps an administrator' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger last_administrator on grants;
create constraint trigger last_administrator after update on grants deferrable initially deferred
  for each row when (old.role = 'SA' and old.revoked_at is null and old.suspended_at is null
    and (new.revoked_at is not null or new.suspended_at is not null))
  execute function keep_an_administrator();
