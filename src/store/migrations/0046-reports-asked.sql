-- 要求上报 of the sealed report for what was handed over in a month outside any notice: of every unit concerned, or of one.
-- The newest that speaks of a unit counts, the others stay.
create table report_ask (
  area_id text not null references area (id),
  -- period:2022-12
  about text not null,
  seq integer not null,
  -- null: every unit that was handed something over so
  unit_id text,
  due_on date not null,
  by_role text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (area_id, about, seq),
  foreign key (area_id, unit_id) references unit (area_id, id)
);
create trigger report_ask_append_only before update or delete on report_ask
  for each row execute function refuse_change();
