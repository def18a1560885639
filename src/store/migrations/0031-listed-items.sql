-- What the lists of sites have shown: each dated entry once, as the first look showed it. A list says every day what it said
-- the day before; asking who reposted an item in a month read 80,000 looks of a county for the 15,000 entries in them.
create table listed_item (
  channel_id text not null,
  subject_id text not null,
  day date not null,
  title text not null,
  -- As the list has it, and the address it is to be read from.
  href text,
  base text not null,
  -- First look that showed it, and its place there.
  first_at timestamptz not null,
  fact_id text not null,
  place integer not null
);
-- Asked by channel and day; a title may be longer than an index takes.
create unique index listed_item_once on listed_item (channel_id, day, subject_id, md5(title));

-- From the looks kept so far; a look with a character that the database cannot read out of JSON is left out.
insert into listed_item
select distinct on (f.channel_id, i.value ->> 'date', f.subject_id, i.value ->> 'title')
  f.channel_id, f.subject_id, (i.value ->> 'date')::date, i.value ->> 'title', i.value ->> 'href', f.data ->> 'url', f.at, f.id, i.place - 1
from (select * from fact where kind = 'column-list' and data::text !~ '\\u(0000|[dD][89a-fA-F])') f
cross join lateral json_array_elements(f.data -> 'items') with ordinality i (value, place)
where i.value ->> 'date' is not null
order by f.channel_id, i.value ->> 'date', f.subject_id, i.value ->> 'title', f.at, f.id, i.place
on conflict do nothing;
