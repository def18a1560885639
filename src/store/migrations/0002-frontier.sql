-- What a scan still has to look at, and what earlier visits left of a site. Rows of a scan that has ended are deleted.

-- 待查网址: one row an address and scan. `key` is the 16-byte key of the address, so that a row's place in the index costs the
-- same however long the address is; `seq` is the order in which addresses were met.
create table scan_address (
  site_id text not null,
  run_id text not null,
  key bytea not null,
  seq integer not null,
  url text not null,
  relation text not null,
  own boolean not null,
  -- JSON written as text: it may quote a hostile page, and nothing here is asked of the database.
  found_on text not null,
  found_on_count integer not null,
  state text not null,
  looks smallint not null,
  outcomes text not null,
  last_at timestamptz,
  last_status smallint,
  primary key (site_id, run_id, key)
) with (fillfactor = 80);
create index scan_address_pending on scan_address (site_id, run_id, state, seq) where state <> 'settled';

-- What the steps of a scan noted down, in order; their sum is what a checkpoint would hold.
create table scan_note (
  site_id text not null,
  run_id text not null,
  seq integer not null,
  notes text not null,
  primary key (site_id, run_id, seq)
);

-- 页面记忆: enough of a page's last visit to ask only whether it has changed. `reader` tells apart who reads it for what.
create table page_memory (
  site_id text not null,
  reader text not null,
  key bytea not null,
  blob text not null,
  trace text not null,
  primary key (site_id, reader, key)
);
-- When an address that is no page of the site last opened.
create table address_opened (
  site_id text not null,
  key bytea not null,
  at timestamptz not null,
  primary key (site_id, key)
);

-- Which process has a target in hand, and how many attempts in a row kept nothing.
alter table scan_target add column worker text;
alter table scan_target add column vain integer not null default 0;
create index scan_target_in_hand on scan_target (worker) where state = 'running';
