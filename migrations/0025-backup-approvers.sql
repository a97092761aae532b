-- Who decides in an account and is mailed only once a request is late: an arrangement about mail, never a right.
create table backup_approvers (
  account_id uuid not null references accounts,
  person_id uuid not null references people,
  chosen_at timestamptz not null default app_now(),
  primary key (account_id, person_id)
);
create index backup_approvers_person on backup_approvers (person_id);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, delete on backup_approvers to %I', app);
end $$;
