-- 整改: proof files of answers, rechecks and closings; sealed reports of units; looks that were asked for.

-- A file is handed in first and then named by the act it proves; until then `event_seq` is null and nobody is shown it.
create table problem_proof (
  area_id text not null,
  problem_id text not null references problem (id),
  id text not null,
  blob text not null,
  -- png, jpg, pdf, docx, xlsx: told by the bytes
  kind text not null,
  bytes integer not null,
  -- of what a picture shows, whatever its file says beside it; null for documents
  picture_hash text,
  file_name text not null,
  by_role text not null,
  by_unit_id text,
  by_name text not null,
  at timestamptz not null,
  day date not null,
  event_seq integer,
  primary key (area_id, problem_id, id)
);
create index problem_proof_picture on problem_proof (area_id, picture_hash) where picture_hash is not null and event_seq is not null;

create or replace function refuse_proof_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.event_seq is null and new.event_seq is not null
     and to_jsonb(new) - 'event_seq' = to_jsonb(old) - 'event_seq' then
    return new;
  end if;
  raise exception 'problem_proof is append-only' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger problem_proof_append_only before update or delete on problem_proof
  for each row execute function refuse_proof_change();

-- 整改情况扫描件(加盖公章) of a unit about one notice or one period. The newest version counts, the others stay.
create table rectification_report (
  area_id text not null references area (id),
  -- notice:ID or period:2022-12
  about text not null,
  unit_id text not null,
  version integer not null,
  blob text not null,
  kind text not null,
  bytes integer not null,
  file_name text not null,
  problem_ids text[] not null,
  due_on date not null,
  late_working_days integer not null,
  by_role text not null,
  by_unit_id text,
  by_name text not null,
  at timestamptz not null,
  day date not null,
  primary key (area_id, about, unit_id, version),
  foreign key (area_id, unit_id) references unit (area_id, id)
);
create trigger rectification_report_append_only before update or delete on rectification_report
  for each row execute function refuse_change();

-- 机器复核: a look at one channel that the office asked for, and what it said of each problem.
create table recheck_order (
  area_id text not null references area (id),
  problem_id text not null references problem (id),
  ordered_at timestamptz not null,
  channel_id text not null,
  ordered_role text not null,
  ordered_by text not null,
  run_id text,
  settled_at timestamptz,
  -- fixed, not, unclear
  outcome text,
  primary key (area_id, problem_id, ordered_at)
);
create index recheck_order_open on recheck_order (area_id, ordered_at) where settled_at is null;

-- Which problems a notice handed over is asked for every unit's report.
create index problem_event_of_notice on problem_event (area_id, (data ->> 'notice')) where act = 'handed_over';
