-- Who changed what in the directory of units (contact records, post-holders, former names: rows of office_record), and when.
-- Append-only; what an import wrote stands in the import's own changes.
create table directory_change (
  area_id text not null references area (id),
  record_id text not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  by_name text not null,
  -- The record before and after, as JSON; null = there was none, or it was taken out.
  before json,
  after json,
  primary key (area_id, record_id, seq)
);
