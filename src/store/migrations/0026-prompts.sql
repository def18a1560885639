-- 工作提示 to many units, or a self-check question about a class of problems (举一反三). The rule of fast is kept as it was then.
create table prompt (
  area_id text not null references area (id),
  id text not null,
  kind text not null,
  heading text not null,
  text text not null,
  sent_on date not null,
  -- null = no day was set
  due_on date,
  -- categories of problems a self-check asks about
  categories text[] not null,
  fast_within integer not null,
  fast_days text not null,
  fast_first integer,
  made_by text not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (area_id, id)
);
create index prompt_sent on prompt (area_id, sent_on desc);

create table prompt_unit (
  area_id text not null,
  prompt_id text not null,
  unit_id text not null,
  -- order in which units are listed and addressed
  position integer not null,
  primary key (area_id, prompt_id, unit_id),
  foreign key (area_id, prompt_id) references prompt (area_id, id)
);
create index prompt_unit_of_unit on prompt_unit (area_id, unit_id);

-- What a unit said, and what the office wrote down for it or gave back. Append-only.
create table prompt_act (
  area_id text not null,
  prompt_id text not null,
  unit_id text not null,
  seq integer not null,
  act text not null,
  -- the day and the moment it counts for; `at` is when it was written down
  day date not null,
  moment timestamptz not null,
  at timestamptz not null,
  by_role text not null,
  by_name text not null,
  note text,
  proof text,
  -- answer to a self-check: problems of the class found, and how many of them are fixed
  found integer,
  fixed integer,
  primary key (area_id, prompt_id, unit_id, seq),
  foreign key (area_id, prompt_id, unit_id) references prompt_unit (area_id, prompt_id, unit_id)
);
create trigger prompt_act_append_only before update or delete on prompt_act for each row execute function refuse_change();

-- 主动巡网: a unit's own look at what it runs, whether it found something or not. Append-only.
create table patrol (
  area_id text not null references area (id),
  id text not null,
  unit_id text not null,
  day date not null,
  -- what was looked at, in the unit's words
  scope text not null,
  note text,
  -- the self-check it answers
  prompt_id text,
  by_name text not null,
  at timestamptz not null,
  primary key (area_id, id)
);
create index patrol_unit on patrol (area_id, unit_id, day);
create trigger patrol_append_only before update or delete on patrol for each row execute function refuse_change();

-- Problems of the ledger that a patrol found.
create table patrol_problem (
  area_id text not null,
  patrol_id text not null,
  problem_id text not null,
  primary key (area_id, patrol_id, problem_id),
  foreign key (area_id, patrol_id) references patrol (area_id, id)
);
create index patrol_problem_of_problem on patrol_problem (area_id, problem_id);
