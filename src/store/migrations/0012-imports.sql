-- The import desk: the file itself, what every import changed, what it took back, and how an office's own tables are read.
alter table import_batch add column file_blob text;
alter table import_batch add column undone_at timestamptz;
create index import_batch_area on import_batch (area_id, imported_at desc);

-- One row that an import wrote, as it stood before (null = it was not there) and after: what undoing it needs.
create table import_change (
  import_id text not null references import_batch (id),
  position integer not null,
  table_name text not null,
  key jsonb not null,
  label text not null,
  before jsonb,
  after jsonb not null,
  primary key (import_id, position)
);

-- How the columns of a table with this head are read in this area, once a person has said so.
create table import_mapping (
  area_id text not null references area (id),
  head_print text not null,
  choice jsonb not null,
  chosen_at timestamptz not null,
  primary key (area_id, head_print)
);

-- Problems that an import brought in and that were taken back with it: moved here whole, so that the ledger loses nothing.
create table retracted_problem (
  import_id text not null references import_batch (id),
  problem_id text not null,
  area_id text not null,
  problem jsonb not null,
  events jsonb not null,
  retracted_at timestamptz not null,
  primary key (import_id, problem_id)
);
create trigger retracted_problem_append_only before update or delete on retracted_problem
  for each row execute function refuse_change();

-- Still append-only for everyone. An event leaves the ledger only when the same transaction has put its whole history there.
create or replace function refuse_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from retracted_problem r cross join lateral jsonb_array_elements(r.events) kept
    where r.problem_id = old.problem_id and r.xmin = pg_current_xact_id()::xid and kept = to_jsonb(old)
  ) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
drop trigger problem_event_append_only on problem_event;
create trigger problem_event_append_only before update or delete on problem_event
  for each row execute function refuse_event_change();
