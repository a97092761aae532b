-- How many accounts have too few administrators, counted some hours ago: of many accounts no page counts it.
create table counted_health (
  sole boolean primary key default true check (sole),
  administrators integer not null,
  counted_at timestamptz not null default app_now()
);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on counted_health to %I', app);
end $$;
