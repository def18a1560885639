-- Acts that came after the last permitted day while the next move may have been the unit's (逾期), kept by the database itself
-- whatever program writes the ledger. A year's score asks for the few problems that were ever late, not for every history.
create table ledger_late (
  area_id text not null,
  problem_id text not null references problem (id) on delete cascade,
  -- The act that ended the waiting, and its day.
  seq integer not null,
  day date not null,
  primary key (problem_id, seq)
);
create index ledger_late_day on ledger_late (area_id, day);

-- Whether the next move may be the unit's after an act. The table of transitions in the ledger decides; a test holds this against it.
create or replace function may_wait_after(act text) returns boolean immutable language sql as $$
  select act in ('found', 'handed_over', 'received', 'upheld', 'rechecked_partly', 'rechecked_not', 'carried_over')
$$;

create or replace function late_acts_of(problem_ids text[]) returns setof ledger_late stable language sql as $$
  select n.area_id, n.problem_id, n.seq, n.day
  from problem_event n
  join problem_event b on b.problem_id = n.problem_id and b.seq = n.seq - 1 and may_wait_after(b.act)
  cross join lateral (
    select (h.data ->> 'due')::date as due from problem_event h
    where h.problem_id = n.problem_id and h.act = 'handed_over' and h.seq < n.seq order by h.seq desc limit 1
  ) h
  where n.problem_id = any(problem_ids) and n.day > h.due
$$;

insert into ledger_late select * from late_acts_of((select array_agg(id) from problem));

create or replace function note_late_acts() returns trigger language plpgsql as $$
begin
  -- A restored backup brings these along before the acts.
  insert into ledger_late select * from late_acts_of((select array_agg(distinct problem_id) from added)) on conflict do nothing;
  return null;
end
$$;
create trigger problem_event_late after insert on problem_event
  referencing new table as added for each statement execute function note_late_acts();

-- What stood behind the results of some channels: read from the index, the rows of the problems not at all.
create index problem_of_channel on problem (area_id, channel_id, last_act_on) include (id, unit_id, first_found_on, status);
-- What was observed on days before a period's last one and can still bear on its results.
create index observation_speaking on observation (judgement_id) where verdict <> 'pass' and verdict <> 'not-applicable' or findings::text <> '[]';
