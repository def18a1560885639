-- Reading rules (阅读规则): per column, data an operator accepted; the newest that is not retired is in force.
create table reading_rule (
  site_id text not null references site (id),
  column_id text not null,
  id text not null,
  selectors jsonb not null,
  -- The page the rule was made from, and the rows it must give there whatever becomes of our own code.
  example_url text not null,
  example_blob text not null,
  example_rows json not null,
  dated boolean not null,
  made_on date not null,
  made_by text not null,
  retired_at timestamptz,
  tested_at timestamptz,
  fault text,
  primary key (site_id, column_id, id)
);
-- One look somebody vouched for: what follows is measured by it again.
create table reading_accepted (
  site_id text not null references site (id),
  column_id text not null,
  fact_id text not null,
  accepted_at timestamptz not null,
  accepted_by text not null,
  primary key (site_id, column_id, fact_id)
);

-- Test queries of a site's own search, with the document each must find.
create table search_query (
  site_id text not null references site (id),
  query text not null,
  expected_title text,
  expected_url text,
  position integer not null,
  primary key (site_id, query),
  check (expected_title is not null or expected_url is not null)
);

-- A random draw (随机抽取) is one immutable record that anyone can repeat.
create table draw (
  area_id text not null references area (id),
  id text not null,
  kind text not null,
  record json not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (area_id, id)
);
create trigger draw_append_only before update or delete on draw
  for each row execute function refuse_change();
