-- 双随机复查: who goes to which drawn problem and what was found there. Population, seed and inspectors stand in `draw`.
create table inspection (
  area_id text not null references area (id),
  draw_id text not null,
  problem_id text not null,
  inspector_id text not null references app_user (id),
  -- order in which it was drawn
  position integer not null,
  -- null = not looked at yet
  outcome text,
  words text,
  proof text,
  done_at timestamptz,
  done_by text,
  -- the act of the ledger that it became
  event_seq integer,
  primary key (area_id, draw_id, problem_id),
  foreign key (area_id, draw_id) references draw (area_id, id)
);
create index inspection_inspector on inspection (area_id, inspector_id);

-- A result is entered once, and nobody is sent in another's place.
create or replace function inspection_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
    or (new.area_id, new.draw_id, new.problem_id, new.inspector_id, new.position)
       is distinct from (old.area_id, old.draw_id, old.problem_id, old.inspector_id, old.position) then
    raise exception 'inspection is append-only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger inspection_kept before update or delete on inspection for each row execute function inspection_is_kept();

-- 结果公开: what the public page shows, written once without personal data.
create table inspection_publication (
  area_id text not null references area (id),
  draw_id text not null,
  page json not null,
  published_on date not null,
  published_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (area_id, draw_id),
  foreign key (area_id, draw_id) references draw (area_id, id)
);

-- The sub-unit (居委会, 所, 队) a problem lies with, where another unit is charged with it.
alter table problem add column at_unit_id text;

-- 谁主管、谁发布、谁起草、谁审查: who of a site, column, account, item or document (by id or address) where it is not whom the register says.
create table duty_holder (
  area_id text not null references area (id),
  subject text not null,
  duty text not null,
  unit_id text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (area_id, subject, duty),
  foreign key (area_id, unit_id) references unit (area_id, id)
);

-- 主管单位核实: what the supervising unit says of a fix its subordinate reported; `seq` is that report.
create table supervisor_word (
  area_id text not null references area (id),
  problem_id text not null references problem (id),
  seq integer not null,
  unit_id text not null,
  outcome text not null,
  words text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (problem_id, seq)
);
create trigger supervisor_word_append_only before update or delete on supervisor_word
  for each row execute function refuse_change();

-- 公共企事业单位自己的公开目录.
create table body_entry (
  area_id text not null references area (id),
  unit_id text not null,
  id text not null,
  item text not null,
  basis text,
  time_limit text,
  -- where it is disclosed; null = not yet
  url text,
  saved_by text not null,
  saved_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, unit_id, id),
  foreign key (area_id, unit_id) references unit (area_id, id)
);

-- 专项工作 (政务公开专区建设, 选题报送 …) with its 成员单位, the target of each, and what they have to show.
create table programme (
  area_id text not null references area (id),
  id text not null,
  name text not null,
  basis text,
  due_on date,
  saved_by text not null,
  saved_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, id)
);
create table programme_member (
  area_id text not null,
  programme_id text not null,
  unit_id text not null,
  target integer not null check (target > 0),
  primary key (area_id, programme_id, unit_id),
  foreign key (area_id, programme_id) references programme (area_id, id),
  foreign key (area_id, unit_id) references unit (area_id, id)
);
create table programme_item (
  area_id text not null,
  programme_id text not null,
  id text not null,
  unit_id text not null,
  -- 指导单位
  helper_unit_id text,
  title text not null,
  note text,
  entered_by text not null,
  entered_at timestamptz not null,
  finished_on date,
  finished_by text,
  primary key (area_id, programme_id, id),
  foreign key (area_id, programme_id) references programme (area_id, id),
  foreign key (area_id, unit_id) references unit (area_id, id)
);

-- 协助单位 of a requirement of an issued notice.
create table task_helper (
  area_id text not null,
  notice_id text not null,
  paragraph_id text not null,
  addressee text not null,
  unit_id text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (area_id, notice_id, paragraph_id, addressee, unit_id),
  foreign key (notice_id, paragraph_id, addressee) references notice_task (notice_id, paragraph_id, addressee),
  foreign key (area_id, unit_id) references unit (area_id, id)
);
