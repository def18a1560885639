-- 考核实施方案 of a year. Every save is a version; the newest counts. Each year has its own copy.
create table assessment_scheme (
  area_id text not null references area (id),
  year integer not null,
  version integer not null,
  title text not null,
  document_number text,
  valid_from date not null,
  valid_to date not null,
  items json not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (area_id, year, version)
);
create trigger assessment_scheme_append_only before update or delete on assessment_scheme
  for each row execute function refuse_change();

-- Entries a person makes, with proof. One that was wrong is taken back and stays to be read.
create table assessment_entry (
  area_id text not null references area (id),
  year integer not null,
  id text not null,
  item_id text not null,
  unit_id text not null,
  day date not null,
  points double precision not null,
  reason text not null,
  proof text not null,
  by_name text not null,
  at timestamptz not null,
  retracted_at timestamptz,
  retracted_by text,
  retracted_reason text,
  primary key (area_id, year, id)
);

-- What a unit says against an entry of the year's score or the result of a channel in a period, and what the office decided.
create table objection (
  area_id text not null references area (id),
  id text not null,
  about text not null,
  -- 2022 or 2022-12.
  span text not null,
  -- Entry or channel.
  subject_id text not null,
  unit_id text not null,
  reason text not null,
  proof text not null,
  raised_by text not null,
  raised_at timestamptz not null,
  before json not null,
  outcome text,
  after json,
  decided_reason text,
  decided_by text,
  decided_at timestamptz,
  primary key (area_id, id)
);
create index objection_span on objection (area_id, about, span);

-- From handing a year's score to the second person to making it final; the final one holds everything it was reckoned from.
create table assessment_act (
  area_id text not null references area (id),
  year integer not null,
  seq integer not null,
  act text not null,
  by_name text not null,
  at timestamptz not null,
  note text not null,
  digest text not null,
  snapshot json,
  primary key (area_id, year, seq)
);
create trigger assessment_act_append_only before update or delete on assessment_act
  for each row execute function refuse_change();

-- Problems that the higher level has seen, with the points they may cost there.
create table above_mark (
  area_id text not null references area (id),
  problem_id text not null,
  level text not null,
  points double precision,
  note text not null,
  marked_by text not null,
  marked_at timestamptz not null,
  primary key (area_id, problem_id)
);

-- How the higher level scored the area in a year; `others` are the scores of its neighbours where known.
create table above_result (
  area_id text not null references area (id),
  year integer not null,
  full_score double precision not null,
  score double precision not null,
  place integer,
  others double precision[] not null,
  source text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (area_id, year)
);
