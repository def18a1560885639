-- What lists and pictures are asked over 100,000 problems and 1,000,000 observations (bench/lists).

-- 存量变动: every time a problem enters or leaves the stock, kept by the database itself whatever program writes the
-- ledger. Stock, found and closed of any span are sums of it; reading half a million acts for them takes seconds.
create table ledger_move (
  area_id text not null,
  problem_id text not null references problem (id) on delete cascade,
  -- The act that moved it.
  seq integer not null,
  day date not null,
  -- found: the first time in the stock; reopened: back in it; closed: out of it, in whatever way.
  move text not null,
  primary key (problem_id, seq)
);
create index ledger_move_day on ledger_move (area_id, day, move);

-- Whether a problem stands in the stock after an act; null where the act leaves that as it was. The table of transitions in
-- the ledger decides; a test holds this against it, act by act.
create or replace function in_stock_after(act text, by_role text, seq integer) returns boolean immutable language sql as $$
  select case
    -- Whoever finds later what a unit found by itself only joins it.
    when act = 'found' then case when seq = 1 then by_role = 'office' end
    when act = 'reopened' then by_role = 'office'
    when act in ('confirmed', 'handed_over', 'rechecked_partly', 'rechecked_not') then true
    when act in ('rejected', 'merged', 'withdrawn', 'exempted', 'closed') then false
  end
$$;

-- Moves of some problems, worked out from their acts. An act that was taken back counts for nothing, nor does taking it back.
create or replace function moves_of(problem_ids text[]) returns setof ledger_move stable language sql as $$
  select s.area_id, s.problem_id, s.seq, s.day,
    case when not s.inside then 'closed' when s.ever then 'reopened' else 'found' end
  from (
    select e.area_id, e.problem_id, e.seq, e.day, f.inside,
      lag(f.inside, 1, false) over acts as was,
      coalesce(bool_or(f.inside) over (acts rows between unbounded preceding and 1 preceding), false) as ever
    from problem_event e
    cross join lateral (select in_stock_after(e.act, e.by_role, e.seq)) f (inside)
    where e.problem_id = any(problem_ids) and f.inside is not null
      and not exists (select from problem_event u where u.problem_id = e.problem_id and u.seq = e.seq + 1 and u.act = 'undone')
    window acts as (partition by e.problem_id order by e.seq)
  ) s
  where s.inside <> s.was
$$;

insert into ledger_move select * from moves_of((select array_agg(id) from problem));

create or replace function note_ledger_moves() returns trigger language plpgsql as $$
begin
  delete from ledger_move m using added a where a.act = 'undone' and m.problem_id = a.problem_id and m.seq = a.seq - 1;
  -- A restored backup brings the moves along before the acts.
  insert into ledger_move select * from moves_of((select array_agg(distinct problem_id) from added)) on conflict do nothing;
  return null;
end
$$;
create trigger problem_event_moves after insert on problem_event
  referencing new table as added for each statement execute function note_ledger_moves();

-- The ledger's list by the day of finding, of the last act, of the limit, and of one unit; pages begin at one end of them.
create index problem_found on problem (area_id, first_found_on);
create index problem_act on problem (area_id, last_act_on);
create index problem_due on problem (area_id, due_on);
create index problem_unit on problem (area_id, unit_id, first_found_on);
create index problem_at_unit on problem (area_id, at_unit_id) where at_unit_id is not null;
-- How many problems stand under each value that a list can be narrowed by; counted without reading a problem.
create index problem_facets on problem (area_id, status, category, unit_id, channel_id);
drop index problem_open;

-- The newest look of every column, and the numbers one check measured, out of all that a judgement holds.
create index observation_by_check on observation (judgement_id, check_id);
