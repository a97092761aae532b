-- When the end of a grant was recorded and its holder told. A grant past its end gives nothing, told or not.
alter table grants
  add column expired_at timestamptz,
  add check (expired_at >= ends_at);
-- What ended before anybody was told of such things is not told of now.
update grants set expired_at = app_now() where revoked_at is null and ends_at <= app_now();

-- What is going to end, for the list of an account's administrators, and what has no clock yet.
create index grants_ending on grants (account_id, ends_at, id)
  where ends_at is not null and revoked_at is null and expired_at is null;
