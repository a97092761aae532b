-- A domain is also proven by an identity provider that speaks for it, for as long as it does.
alter table account_applications
  drop constraint account_applications_proof_check,
  add constraint account_applications_proof_check check (proof in ('DNS', 'ROLE_MAIL', 'PROVIDER')),
  -- whose word the proof is
  add column proof_provider_id uuid,
  add constraint account_applications_proof_provider
    check ((proof is not distinct from 'PROVIDER') = (proof_provider_id is not null));
create index account_applications_proof_provider on account_applications (proof_provider_id)
  where proof_provider_id is not null;

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on account_applications to %I', app);
end $$;
