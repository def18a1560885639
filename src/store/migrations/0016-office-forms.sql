-- Word forms of an office (本单位版式). One that is out of use is kept for the notices that were issued in it.
create table office_form (
  area_id text not null references area (id),
  id text not null,
  file_name text not null,
  blob text not null,
  bytes integer not null,
  added_by text not null,
  added_role text not null,
  added_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, id)
);
