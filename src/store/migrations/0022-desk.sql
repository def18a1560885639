-- 第三方原始发现 (seeds U05): who entered a finding, and from which file. The finding itself stands in the ledger.
create table raw_finding (
  area_id text not null,
  problem_id text not null references problem (id) on delete cascade,
  user_id text not null,
  entered_at timestamptz not null,
  file_name text,
  file_blob text,
  file_row text,
  primary key (area_id, problem_id)
);
create index raw_finding_user on raw_finding (area_id, user_id, entered_at desc);

-- 佐证: pictures handed in with a raw finding.
create table raw_proof (
  area_id text not null,
  problem_id text not null references problem (id) on delete cascade,
  id text not null,
  blob text not null,
  kind text not null,
  bytes integer not null,
  at timestamptz not null,
  primary key (area_id, problem_id, id)
);

create trigger raw_finding_append_only before update on raw_finding for each row execute function refuse_change();
create trigger raw_proof_append_only before update on raw_proof for each row execute function refuse_change();

-- What waits at the desk, the oldest first, and what was found or acted on in a span.
create index problem_waiting on problem (area_id, first_found_on) where status = 'suspected';
create index problem_acted on problem (area_id, last_act_on);
