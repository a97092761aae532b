-- The mail server and the sender that operators choose where the environment names none. The password is sealed with the
-- installation's key, which is not kept here.
create table mail_server (
  sole boolean primary key default true check (sole),
  host text check (host <> ''),
  port integer check (port between 1 and 65535),
  is_tls boolean not null default false,
  user_name text check (user_name <> ''),
  password text check (password <> ''),
  sender_name text not null default '',
  sender_address text check (sender_address <> ''),
  version integer not null default 1,
  check ((host is null) = (port is null)),
  check (host is not null or (user_name is null and password is null)),
  check ((password is null) = (user_name is null))
);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on mail_server to %I', app);
end $$;
