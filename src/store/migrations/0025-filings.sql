-- Accounts of units: filing before opening, change, closing, cancelling with proof (seeds R05-R08, P15), what an account offers
-- (R17), its menu (M12), who answers for a channel (S01), and which channels are to carry the same item (R11).

-- 账号事项. `state` and `due_on` are the projection of the acts, written in the same transaction.
create table account_matter (
  area_id text not null references area (id),
  id text not null,
  kind text not null,
  unit_id text not null,
  -- 主管单位 that looks first; null where none does
  supervisor_id text,
  -- the area whose office decides: the own one, for the office's own accounts the one above
  deciding_area_id text not null references area (id),
  -- null until the account is on file
  account_id text,
  -- the account as it was asked for or found, after the last amendment
  subject json not null,
  problem_ids text[] not null default '{}',
  began_on date not null,
  state text not null,
  state_since date not null,
  due_on date,
  primary key (area_id, id),
  unique (id),
  foreign key (area_id, unit_id) references unit (area_id, id)
);
create index account_matter_unit on account_matter (area_id, unit_id);
create index account_matter_account on account_matter (account_id);

create table account_matter_act (
  area_id text not null,
  matter_id text not null references account_matter (id),
  seq integer not null,
  act text not null,
  at timestamptz not null,
  day date not null,
  by_role text not null,
  by_unit_id text,
  by_name text not null,
  note text,
  data json not null,
  primary key (matter_id, seq)
);
create trigger account_matter_act_append_only before update or delete on account_matter_act
  for each row execute function refuse_change();

-- Screenshots and scans handed in as proof; what they are is told by their bytes.
create table account_proof (
  area_id text not null,
  matter_id text not null references account_matter (id),
  id text not null,
  file_name text not null,
  kind text not null,
  bytes integer not null,
  blob text not null,
  -- of the picture alone: the same screenshot saved again is told
  picture_hash text,
  added_by text not null,
  added_at timestamptz not null,
  primary key (matter_id, id)
);
create index account_proof_picture on account_proof (area_id, picture_hash);

-- What an account is for and offers. `functions` null: nobody has looked yet, which is not "none".
create table account_profile (
  area_id text not null,
  account_id text not null references account (id),
  purpose text,
  person text,
  phone text,
  functions text[],
  functions_on date,
  functions_by text,
  primary key (account_id)
);

-- 导航栏目: one reading of an account's menu by a person, with its pictures.
create table menu_check (
  area_id text not null,
  account_id text not null references account (id),
  id text not null,
  day date not null,
  entries json not null,
  by_name text not null,
  at timestamptz not null,
  primary key (account_id, id)
);
create table menu_picture (
  area_id text not null,
  account_id text not null references account (id),
  id text not null,
  kind text not null,
  bytes integer not null,
  blob text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (account_id, id)
);

-- 责任书: who answers for a channel in a year, and that it was signed. A later row of a year takes the place of an earlier one.
create table channel_statement (
  area_id text not null,
  channel_id text not null,
  year integer not null,
  seq integer not null,
  person text not null,
  post text,
  phone text,
  named_by text not null,
  named_at timestamptz not null,
  signed_on date,
  signed_by text,
  -- the scan of a statement signed on paper
  blob text,
  kind text,
  primary key (area_id, year, channel_id, seq)
);

-- 矩阵: channels that are to carry the same item.
create table media_matrix (
  area_id text not null references area (id),
  id text not null,
  name text not null,
  channel_ids text[] not null,
  saved_by text not null,
  saved_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, id)
);
