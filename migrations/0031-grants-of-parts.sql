-- Who holds a virtual account is counted beside each one shown, without reading everybody of a large account.
create index grants_of_part on grants (account_id, virtual_account_id, role)
  where revoked_at is null and virtual_account_id is not null;
