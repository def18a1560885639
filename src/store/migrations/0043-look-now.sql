-- 立即监测: a monitoring of an area that somebody asked for. It waits here until the scheduler's round begins it.
create table look_order (
  area_id text not null references area (id),
  id text not null,
  day date not null,
  at timestamptz not null,
  by_role text not null,
  by_name text not null,
  -- The day's own run, all channels; else those of `channels` once more.
  whole boolean not null,
  channels text[] not null,
  run_id text,
  ended_at timestamptz,
  -- done, lapsed, failed
  outcome text,
  found integer,
  reopened integer,
  gone integer,
  primary key (area_id, id),
  check ((ended_at is null) = (outcome is null)),
  check ((found is not null) = (outcome is not distinct from 'done'))
);
-- One at a time in an area.
create unique index look_order_open on look_order (area_id) where ended_at is null;
create index look_order_newest on look_order (area_id, at desc);
