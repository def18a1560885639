-- 操作留痕: the line of a change is written before the change is begun, and how it ended is a line of its own: whatever dies in
-- between, no change is without its line. Lines of before hold their outcome themselves; the others say 'begun'. Append-only.
create table trail_outcome (
  seq bigint generated always as identity primary key,
  line bigint not null unique references trail (seq),
  -- that of the line, so that the newest of an area is found without a join
  area_id text,
  at timestamptz not null,
  outcome text not null
);
create index trail_outcome_area on trail_outcome (area_id, seq desc);
create trigger trail_outcome_append_only before update or delete on trail_outcome for each row execute function trail_is_append_only();
create trigger trail_outcome_no_truncate before truncate on trail_outcome for each statement execute function trail_is_append_only();

-- 密钥编号: which key the secrets in this database are sealed with. The key itself is never in it.
create table seal_key (
  id text primary key,
  made_at timestamptz not null,
  -- lost, with what was sealed by it
  given_up_at timestamptz
);
-- One key at a time: two machines that begin together agree on one.
create unique index seal_key_in_use on seal_key ((true)) where given_up_at is null;
