-- What the office changes of a draft, over what the template makes of the snapshot. The version grows with every save.
create table notice_edit (
  notice_id text primary key references notice (id),
  version integer not null,
  edits json not null,
  saved_by text not null,
  saved_at timestamptz not null
);

-- The life of a notice, append-only: sent for review, approved, returned, issued, sealed, published, withdrawn.
create table notice_act (
  notice_id text not null references notice (id),
  seq integer not null,
  act text not null,
  by_role text not null,
  by_name text not null,
  at timestamptz not null,
  -- The version of the draft the act was about: words saved later are not what was approved.
  edit_version integer not null,
  note text,
  primary key (notice_id, seq)
);

-- 发文字号: each number once in an area and year.
create table notice_number (
  area_id text not null references area (id),
  year integer not null,
  number integer not null,
  notice_id text not null references notice (id),
  primary key (area_id, year, number),
  unique (notice_id)
);

-- Requirements an office uses again. A retired one is kept for the notices that hold it.
create table requirement (
  area_id text not null references area (id),
  id text not null,
  heading text not null,
  text text not null,
  deadline json,
  position integer not null,
  retired_at timestamptz,
  primary key (area_id, id)
);

-- A requirement of an issued notice as it stands for one addressee.
create table notice_task (
  area_id text not null references area (id),
  notice_id text not null references notice (id),
  paragraph_id text not null,
  addressee text not null,
  unit_id text,
  heading text not null,
  text text not null,
  due_on date,
  due_provisional boolean not null,
  position integer not null,
  done_at timestamptz,
  done_by text,
  primary key (notice_id, paragraph_id, addressee)
);
create index notice_task_area on notice_task (area_id, due_on);

-- Issued notices on the public page. A withdrawn one keeps its row, so that its index number is never given again.
create table publication (
  notice_id text primary key references notice (id),
  area_id text not null references area (id),
  organisation text not null,
  year_month text not null,
  serial integer not null,
  column_id text not null,
  genre text not null,
  grouping text not null,
  topic text not null,
  keywords text[] not null,
  published_on date not null,
  published_by text not null,
  withdrawn_at timestamptz,
  views integer not null default 0,
  unique (organisation, year_month, serial)
);
create index publication_area on publication (area_id, published_on);
