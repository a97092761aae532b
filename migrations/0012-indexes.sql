-- Whether there is anybody at the support desk is asked with every request; without this it reads all people.
create index people_support on people (id) where is_support and status = 'ACTIVE';

-- What somebody has asked of one account is asked with every request, too.
drop index access_requests_for;
create index access_requests_for on access_requests (beneficiary_id, account_id, id desc);
