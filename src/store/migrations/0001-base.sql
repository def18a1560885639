-- The whole first schema. site_id / channel_id / area_id stands first in every key of a table that grows,
-- so that the same schema can be distributed over several servers later (design section 7).
-- Calendar dates are text-safe `date`; moments are timestamptz; closed lists are checked in code, where their names live.
-- What is sealed by a hash, or may quote a hostile page, is `json`, not `jsonb`: json keeps the very bytes, and takes the
-- escaped NUL and half surrogates that jsonb refuses (one such title would lose a whole batch of facts).

create table area (
  id text primary key,
  name text not null,
  level text not null,
  parent_id text references area (id),
  unique nulls not distinct (parent_id, name)
);

create table unit (
  area_id text not null references area (id),
  id text not null,
  name text not null,
  kind text not null,
  unit_group text,
  aliases text[] not null default '{}',
  name_plates text[] not null default '{}',
  parent_id text,
  position integer not null,
  active_from date,
  active_to date,
  primary key (area_id, id),
  unique (area_id, name)
);

create table site (
  area_id text not null references area (id),
  id text not null,
  unit_id text not null,
  kind text not null,
  name text not null,
  url text not null,
  states jsonb not null,
  position integer not null,
  primary key (area_id, id),
  unique (id),
  foreign key (area_id, unit_id) references unit (area_id, id)
);

create table site_column (
  site_id text not null references site (id),
  id text not null,
  unit_id text not null,
  parent_id text,
  path text[] not null,
  url text,
  class text not null,
  time_limit text,
  level integer not null,
  minimum_per_year integer,
  position integer not null,
  active_from date,
  active_to date,
  primary key (site_id, id),
  unique (site_id, path)
);

create table account (
  area_id text not null references area (id),
  id text not null,
  unit_id text not null,
  supervising_unit_id text,
  platform text not null,
  name text not null,
  level text,
  filing text not null,
  filed_on date,
  filing_number text,
  states jsonb not null,
  adapter text not null,
  feed_url text,
  position integer not null,
  primary key (area_id, id),
  unique (id),
  foreign key (area_id, unit_id) references unit (area_id, id)
);

-- Posts of accounts from sheets and hand entry; feeds are read live. The natural key stops double counting (seeds D07).
create table account_post (
  account_id text not null references account (id),
  id text not null,
  day date not null,
  title text not null,
  url text,
  original boolean,
  source text not null,
  blob text,
  primary key (account_id, id)
);
create index account_post_day on account_post (account_id, day);
-- The last day a sheet or a person vouches to have listed all posts.
create table account_fresh (
  account_id text primary key references account (id),
  fresh_on date not null,
  source text not null
);

create table volume (
  area_id text not null references area (id),
  unit_id text not null,
  period text not null,
  submitted integer,
  approved integer,
  errors integer,
  annual_task integer,
  published_total integer,
  published_in_period integer,
  primary key (area_id, unit_id, period),
  foreign key (area_id, unit_id) references unit (area_id, id),
  check (approved is null or submitted is null or approved <= submitted)
);
create table portal_total (
  area_id text not null references area (id),
  period text not null,
  total integer not null,
  key_areas integer,
  source text not null,
  primary key (area_id, period)
);

create table import_batch (
  id text primary key,
  area_id text,
  file_name text not null,
  file_hash text not null,
  kind text not null,
  imported_at timestamptz not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null
);

-- A run (监测): all looks of one area on one monitored day. Runs without findings are kept too (seeds M01).
create table scan_run (
  area_id text not null references area (id),
  id text not null,
  day date not null,
  kind text not null,
  state text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (area_id, id),
  unique (id),
  unique (area_id, day, kind)
);
create table scan_target (
  run_id text not null references scan_run (id),
  channel_id text not null,
  host text not null,
  state text not null,
  reason text,
  done integer not null default 0,
  total integer not null default 0,
  attempts integer not null default 0,
  checkpoint json,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (run_id, channel_id)
);

create table fact (
  channel_id text not null,
  id text not null,
  kind text not null,
  subject_id text not null,
  at timestamptz not null,
  source text not null,
  how text not null,
  blob text,
  run_id text,
  data json not null,
  primary key (channel_id, id)
);
-- The newest look at each subject, however old; and all looks of some days, however many there were before.
create index fact_by_subject on fact (channel_id, kind, subject_id, at desc);
create index fact_by_time on fact (channel_id, kind, at);

-- A judgement: all checks of an area for one day under one sheet version; judging again adds a row, never changes one.
create table judgement (
  area_id text not null references area (id),
  id text not null,
  day date not null,
  sheet text not null,
  digest text not null,
  made_at timestamptz not null,
  primary key (area_id, id),
  unique (id)
);
create table observation (
  channel_id text not null,
  judgement_id text not null references judgement (id),
  check_id text not null,
  subject_id text not null,
  subject_type text not null,
  check_version integer not null,
  clause text not null,
  day date not null,
  verdict text not null,
  reason text,
  findings json not null,
  measured json not null,
  primary key (channel_id, judgement_id, check_id, subject_id)
);
create index observation_by_judgement on observation (judgement_id, verdict);

create table problem (
  area_id text not null references area (id),
  id text not null,
  unit_id text not null,
  channel_id text,
  category text not null,
  fingerprint text not null,
  place_label text not null,
  place_url text,
  text text not null,
  measured json not null,
  first_found_on date not null,
  recurrence_of text,
  -- Projection of the events, written in the same transaction; `rebuild` gives the same again.
  status text not null,
  last_act_on date not null,
  due_on date,
  due_provisional boolean not null default false,
  periods integer not null default 1,
  primary key (area_id, id),
  unique (id)
);
create index problem_open on problem (area_id, status, unit_id);
create index problem_fingerprint on problem (area_id, fingerprint);
create table problem_event (
  area_id text not null,
  problem_id text not null references problem (id),
  seq integer not null,
  act text not null,
  at timestamptz not null,
  day date not null,
  by_role text not null,
  by_unit_id text,
  by_name text not null,
  reason text,
  data json not null,
  primary key (problem_id, seq)
);
-- The ledger is append-only for everyone, whatever program is connected (seeds P01).
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger problem_event_append_only before update or delete on problem_event
  for each row execute function refuse_change();

create table period (
  area_id text not null references area (id),
  id text not null,
  kind text not null,
  label text not null,
  from_day date not null,
  to_day date not null,
  cutoff date not null,
  closed_at timestamptz,
  primary key (area_id, id)
);
create table channel_verdict (
  area_id text not null,
  period_id text not null,
  channel_id text not null,
  verdict text not null,
  reasons text[] not null,
  carry_over text not null,
  failed_in_a_row integer not null,
  score numeric,
  run integer not null,
  due integer not null,
  in_base boolean not null,
  outside text,
  sheet text not null,
  primary key (area_id, period_id, channel_id),
  foreign key (area_id, period_id) references period (area_id, id)
);

create table notice (
  area_id text not null references area (id),
  id text not null,
  period_id text not null,
  template text not null,
  version integer not null,
  state text not null,
  title text not null,
  snapshot json not null,
  snapshot_hash text not null,
  disagreements json not null,
  override_reason text,
  supersedes text,
  created_at timestamptz not null,
  issued_at timestamptz,
  primary key (area_id, id),
  unique (id),
  unique (area_id, period_id, template, version)
);
create table notice_file (
  notice_id text not null references notice (id),
  format text not null,
  blob text not null,
  file_name text not null,
  bytes integer not null,
  primary key (notice_id, format)
);

-- Working days of years that were imported or confirmed by an operator, over the ones shipped (design section 4).
create table work_year (
  year integer primary key,
  source text not null,
  mark text not null,
  holidays date[] not null,
  workdays date[] not null
);

create table setting (
  area_id text not null references area (id),
  key text not null,
  value json not null,
  primary key (area_id, key)
);
