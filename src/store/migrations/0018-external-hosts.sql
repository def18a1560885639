-- 外部链接: sites outside the government's names that a site's pages link to, by registered name, as scans and sweeps met them.
create table external_host (
  site_id text not null,
  name text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  url text not null,
  -- JSON written as text: it quotes pages, and nothing here is asked of the database.
  found_on text not null,
  found_on_count integer not null,
  primary key (site_id, name)
);

-- What the office decided about a name, for one site or for the whole area (site_id ''). Append-only; the newest counts.
create table external_host_decision (
  area_id text not null references area (id),
  site_id text not null,
  name text not null,
  seq integer not null,
  decision text not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  -- What the site was then, so that another owner or other content is noticed.
  title text,
  led_to text,
  primary key (area_id, site_id, name, seq)
);
create trigger external_host_decision_append_only before update or delete on external_host_decision
  for each row execute function refuse_change();
