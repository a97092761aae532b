-- Who holds a virtual account is counted beside each one shown, without reading everybody of a large account. It does
-- not begin with the account: PostgreSQL would then take it for what a person holds there, and read all of the account.
create index grants_of_part on grants (virtual_account_id, account_id, role)
  where revoked_at is null and virtual_account_id is not null;
