-- 更换检查人员: who of a draw cannot go, why, and who was drawn in their place. Append-only, so that the draw can be held again.
create table inspection_substitution (
  area_id text not null,
  draw_id text not null,
  -- order within the draw: a later one rests on the earlier
  position integer not null,
  inspector_id text not null references app_user (id),
  record json not null,
  at timestamptz not null,
  by_name text not null,
  primary key (area_id, draw_id, position),
  unique (area_id, draw_id, inspector_id),
  foreign key (area_id, draw_id) references draw (area_id, id)
);
create trigger inspection_substitution_append_only before update or delete on inspection_substitution
  for each row execute function refuse_change();

-- Files of the store of proofs (problem_proof) that show what was seen; named with the result, once.
alter table inspection add column proof_ids text[] not null default '{}';

-- A result is entered once. Another person is sent only as a kept substitution says, and only where no result is there yet.
create or replace function inspection_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
    or (new.area_id, new.draw_id, new.problem_id, new.position)
       is distinct from (old.area_id, old.draw_id, old.problem_id, old.position)
    or new.inspector_id <> old.inspector_id and not exists (
      select from inspection_substitution s, json_array_elements(s.record -> 'assignments') a
      where s.area_id = old.area_id and s.draw_id = old.draw_id and s.inspector_id = old.inspector_id
        and a ->> 'objectId' = old.problem_id and a ->> 'inspectorId' = new.inspector_id) then
    raise exception 'inspection is append-only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
