-- Most accounts are small and a few are very large, and a statement is planned once for all of them. Told the average,
-- PostgreSQL reads the whole of a large account where it should look up a row; so it is told to expect more of one.
do $$
declare what record;
begin
  for what in
    select * from (values
      ('access_requests', -0.02), ('decisions', -0.02), ('grants', -0.02), ('account_members', -0.02),
      ('virtual_accounts', -0.02), ('mails', -0.02), ('events', -0.001), ('event_objects', -0.001)
    ) as of_account (name, accounts_a_row)
  loop
    execute format('alter table %I alter column account_id set (n_distinct = %s)', what.name, what.accounts_a_row);
    execute format('analyze %I (account_id)', what.name);
  end loop;
end $$;
