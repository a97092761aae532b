-- The language of whoever has not chosen one: of pages for a browser that asks for neither, and of people who are added.
alter table installation_settings add column language text not null default 'en' check (language in ('en', 'fr'));

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on installation_settings to %I', app);
end $$;
