-- A withdrawal (撤销) after a cut-off that the closing of the period took into its books counts at that cut-off, with what was done
-- before it: stock, found and closed of a notice, of lists and of pictures are sums of the same moves (0027). The ledger decides
-- (`ledger/uncarried`); a test holds this against it over whole histories.
create or replace function moves_of(problem_ids text[]) returns setof ledger_move stable language sql as $$
  with out_of_books as (
    select u.problem_id, (u.data ->> 'takes')::int as takes, (u.data ->> 'cutoff')::date as cutoff
    from problem_event u
    where u.problem_id = any(problem_ids) and u.act = 'uncarried' and not exists (
      select from problem_event c
      where c.problem_id = u.problem_id and c.seq > u.seq and c.act = 'carried_over' and c.data ->> 'period' = u.data ->> 'period')
  )
  select s.area_id, s.problem_id, s.seq,
    least(s.day, (select min(o.cutoff) from out_of_books o where o.problem_id = s.problem_id and o.takes >= s.seq)),
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

create or replace function note_ledger_moves() returns trigger language plpgsql as $$
begin
  delete from ledger_move m using added a where a.act = 'undone' and m.problem_id = a.problem_id and m.seq = a.seq - 1;
  -- A restored backup brings the moves along before the acts.
  insert into ledger_move select * from moves_of((select array_agg(distinct problem_id) from added)) on conflict do nothing;
  -- A closing says of earlier acts when they count, or takes that back.
  if exists (select from added where act in ('uncarried', 'carried_over')) then
    update ledger_move m set day = v.day
    from moves_of((
      select array_agg(distinct u.problem_id) from problem_event u
      where u.act = 'uncarried' and u.problem_id in (select problem_id from added where act in ('uncarried', 'carried_over'))
    )) v
    where m.problem_id = v.problem_id and m.seq = v.seq and m.day <> v.day;
  end if;
  return null;
end
$$;

-- What was taken out of the books of a period; few, and asked for at every closing.
create index problem_event_uncarried on problem_event (problem_id) where act = 'uncarried';
