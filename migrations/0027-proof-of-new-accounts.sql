-- Whether a new account needs its domain proven, as operators chose. Null: what the settings file says.
alter table installation_settings add column new_accounts_need_proof boolean;

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on installation_settings to %I', app);
end $$;
