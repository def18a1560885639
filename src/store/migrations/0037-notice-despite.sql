-- 有异议仍予印发: an objection that had no answer when a notice was issued, as it was shown to whoever issued it, and why it was issued
-- all the same. It is told with the notice and never printed in it. Append-only.
create table notice_despite (
  notice_id text not null references notice (id),
  -- an objection to a result by its id, the dispute of a problem by problem and event
  key text not null,
  about text not null,
  subject_id text not null,
  unit text not null,
  matter text not null,
  -- what the unit said; null where only a closed list may read it
  words text,
  raised_by text not null,
  raised_at timestamptz not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (notice_id, key)
);
create trigger notice_despite_append_only before update or delete on notice_despite
  for each row execute function refuse_change();
