-- New media and what offices state about what they publish (seeds M17, M18, R12, R13, R16, D07).

-- Marks of an account that stay when its name changes (`biz:…`, `gh:…`, `wechat:…`, `weibo:…`), learned from saved pages.
create table account_key (
  area_id text not null references area (id),
  key text not null,
  account_id text not null references account (id),
  primary key (area_id, key)
);
create index account_key_account on account_key (account_id);

-- How a post was last seen on its platform: state, reads, likes, and the page kept. The post itself says when it went out;
-- this says what became of it, so that importing a sheet again takes nothing back.
create table account_post_seen (
  account_id text not null references account (id),
  post_id text not null,
  state text not null,
  reads integer,
  reads_at_least boolean not null,
  likes integer,
  likes_at_least boolean not null,
  seen_at timestamptz not null,
  blob text,
  primary key (account_id, post_id)
);

-- What an office states in sheets and exports: items to repost, interaction counts, activities, forms, items of the
-- disclosure platform. One row a statement, keyed by what makes it one, so that the same file twice changes nothing.
create table office_record (
  area_id text not null references area (id),
  kind text not null,
  id text not null,
  day date not null,
  unit_id text,
  account_id text,
  data jsonb not null,
  source text not null,
  primary key (area_id, kind, id)
);
create index office_record_day on office_record (area_id, kind, day);
