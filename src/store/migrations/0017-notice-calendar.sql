-- A report that was owed and issued outside this program: on paper, or before it was in use.
create table report_elsewhere (
  area_id text not null references area (id),
  -- Id of the duty it meets.
  duty text not null,
  period_id text not null,
  issued_on date not null,
  title text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (area_id, duty, period_id)
);

-- A unit to be named in the next notice for disclosing late or only when asked. Kept when it has been named or let off.
create table naming_mark (
  area_id text not null references area (id),
  id text not null,
  unit_id text not null,
  fault text not null,
  reason text not null,
  marked_on date not null,
  marked_by text not null,
  marked_at timestamptz not null,
  -- The issued notice that named it.
  named_in text references notice (id),
  lifted_at timestamptz,
  lifted_by text,
  lifted_reason text,
  primary key (area_id, id)
);

-- A page on which a unit published an issued notice again, and what the last look at it found.
create table republication (
  area_id text not null references area (id),
  notice_id text not null references notice (id),
  unit_id text not null,
  url text not null,
  -- Where the original stands when it is not our public page; the link may lead there as well.
  original_url text,
  entered_by text not null,
  entered_at timestamptz not null,
  looked_at timestamptz,
  result json,
  primary key (area_id, notice_id, url)
);
