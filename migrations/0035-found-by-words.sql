-- What somebody types into a search box finds whatever has, for each typed word, a word that begins like it: without
-- accents, capitals or punctuation. No extension is needed, and an index answers it among a million names.
create function words_of(text) returns text[] language sql immutable strict parallel safe
  as $$
    select coalesce(array_agg(distinct left(word, 80)), '{}')
    from regexp_split_to_table(regexp_replace(lower(normalize($1, NFKD)), '[\u0300-\u036f]', '', 'g'),
      '[[:space:]!-/:-@\[-`{-~\u00ab\u00bb\u2010-\u205e\u3000-\u303f]+') as word
    where word <> ''
  $$;
create function words_in(text) returns tsvector language sql immutable strict parallel safe
  as $$ select array_to_tsvector(words_of($1)) $$;
-- Null without any word, which finds nothing.
create function words_begun(text) returns tsquery language sql immutable strict parallel safe
  as $$ select string_agg('''' || word || ''':*', ' & ')::tsquery from unnest(words_of($1)) as word $$;

alter table people add column words tsvector generated always as (
  words_in(first_name || ' ' || last_name || ' ' || preferred_first_name || ' ' || address)) stored;
create index people_by_words on people using gin (words) with (fastupdate = off);
drop index people_by_first_name, people_by_last_name, people_by_address, people_by_domain;

alter table accounts add column words tsvector generated always as (words_in(name || ' ' || identifier)) stored;
create index accounts_by_words on accounts using gin (words) with (fastupdate = off);

-- The operator's lists, each in its order.
create index accounts_by_status_and_type on accounts (status, type, identifier);
create index people_supporting on people (address) where is_support;
create index people_operating on people (address) where is_operator;
create index people_bounced on people (address) where mail_bounced_at is not null;
create index people_unverified on people (address) where verified_at is null;
create index mails_suppressed on mails (id) where state = 'SUPPRESSED';
