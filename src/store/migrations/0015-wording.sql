-- Lists of words of an area (词表), append-only: who put or retired which entry, and when. The newest row of an entry is what holds.
create table wording_change (
  area_id text not null references area (id),
  seq integer not null,
  list text not null,
  term text not null,
  act text not null,
  -- What stands beside the term in its list: what is right, exceptions, severity.
  entry json not null,
  valid_from date,
  valid_to date,
  by_name text not null,
  at timestamptz not null,
  note text not null,
  primary key (area_id, seq)
);
create index wording_change_term on wording_change (area_id, list, term, seq desc);
create trigger wording_change_append_only before update or delete on wording_change
  for each row execute function refuse_change();

-- Pages to proofread and as proofread last; the work list of proofreading. `due`: 1 = new or changed, 2 = the lists have changed.
create table proof_page (
  site_id text not null references site (id),
  id text not null,
  url text not null,
  of text not null,
  column_id text,
  title text,
  publish_date date,
  blob text not null,
  seen_at timestamptz not null,
  due smallint,
  lists_version text,
  fact_id text,
  read_at timestamptz,
  characters integer not null default 0,
  primary key (site_id, id)
);
create index proof_page_due on proof_page (due, site_id) where due is not null;

-- What reviewers decide on (错情): one row a string of a site, with how it stands; and every place it stands at.
create table proof_item (
  site_id text not null references site (id),
  key text not null,
  layer text not null,
  kind text not null,
  severity smallint not null,
  score double precision not null,
  files boolean not null,
  string text not null,
  found text not null,
  suggestion text,
  why text not null,
  first_seen_at timestamptz not null,
  -- The decision that stands on all its places; null = nobody has decided.
  act text,
  right_words text,
  decided_by text,
  decided_at timestamptz,
  note text,
  -- Confirmed, and since then on no page of the site any more.
  fixed_at timestamptz,
  primary key (site_id, key)
);
create index proof_item_open on proof_item (site_id, severity, layer) where act is null;

create table proof_place (
  site_id text not null references site (id),
  page_id text not null,
  key text not null,
  block integer not null,
  start_at integer not null,
  end_at integer not null,
  context text not null,
  context_at integer not null,
  found text not null,
  -- A reviewer said of this page alone that it is no error.
  dismissed boolean not null,
  primary key (site_id, page_id, key, block, start_at)
);
create index proof_place_item on proof_place (site_id, key);

-- Least score to be shown of a layer on a site, as the last judgements fit it.
create table proof_threshold (
  site_id text not null references site (id),
  layer text not null,
  threshold double precision not null,
  judged integer not null,
  judged_precision double precision,
  primary key (site_id, layer)
);
-- Strings a reviewer dismissed on a site, to see which of them several sites have in common.
create index proof_item_dismissed on proof_item (string) where act = 'dismissed-string';

-- Pages whose reading found something, so that a day is judged without walking over the many that are clean.
create index fact_proof_found on fact (channel_id, subject_id) where kind = 'proof' and json_array_length(data -> 'findings') > 0;

-- Scheduled sweeps of key information (定期排查) and their sign-off, append-only.
create table key_sweep (
  area_id text not null references area (id),
  id text not null,
  title text not null,
  scope text not null,
  every_months integer not null,
  first_due date not null,
  -- Units that must sweep; empty = every unit with a site.
  unit_ids text[] not null,
  made_by text not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, id)
);
create table key_sweep_done (
  area_id text not null,
  sweep_id text not null,
  unit_id text not null,
  due_on date not null,
  result text not null,
  found integer not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (area_id, sweep_id, unit_id, due_on),
  foreign key (area_id, sweep_id) references key_sweep (area_id, id)
);
create trigger key_sweep_done_append_only before update or delete on key_sweep_done
  for each row execute function refuse_change();
