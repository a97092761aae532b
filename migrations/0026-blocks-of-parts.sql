-- Who administers a part of an account blocks for that part alone: no request for these virtual accounts, or for what
-- stands below them. Null: the whole account.
alter table blocks add column virtual_account_ids uuid[] check (cardinality(virtual_account_ids) > 0);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on blocks to %I', app);
end $$;
