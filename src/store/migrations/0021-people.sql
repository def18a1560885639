-- Who signs in (用户), what they hold open (会话), other systems' keys (机器令牌), and what everybody did (操作留痕).

create table app_user (
  id text primary key,
  -- null = the whole installation: the first administrator, or an office over several trees
  area_id text references area (id),
  login text not null,
  name text not null,
  role text not null,
  unit_id text,
  -- 责任人 or 分管负责人/副手 of a unit: 'person' or 'deputy'; null for other roles
  post text,
  -- categories of problems of an approval bureau
  fields text[] not null default '{}',
  administers boolean not null default false,
  -- argon2id; null = signs in through the office's single sign-on only
  password_hash text,
  must_change boolean not null default false,
  totp_secret text,
  -- the newest time step a code was taken for: a code is taken once
  totp_step bigint,
  oidc_subject text,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  foreign key (area_id, unit_id) references unit (area_id, id),
  check (unit_id is null or area_id is not null)
);
create unique index app_user_login on app_user (lower(login));
create unique index app_user_oidc on app_user (oidc_subject) where oidc_subject is not null;
create index app_user_unit on app_user (area_id, unit_id);

-- Only a hash of what the browser holds is kept: a copy of the database opens no session.
create table user_session (
  token_hash text primary key,
  user_id text not null references app_user (id),
  -- signed in by password alone, the second factor still owed
  pending boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null,
  ended_at timestamptz
);
create index user_session_user on user_session (user_id);

create table machine_token (
  id text primary key,
  area_id text not null references area (id),
  name text not null,
  -- names of endpoints, closed list in code
  rights text[] not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);

-- Append-only. `seq` has gaps where a change was given up.
create table trail (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  area_id text,
  user_id text,
  name text not null,
  role text not null,
  -- name of the endpoint, or of the act of a process
  act text not null,
  -- things it was about: {"problemId": "...", "noticeId": "..."}
  about jsonb not null,
  -- what was handed in, secrets and files left out
  given json not null,
  outcome text not null,
  address text not null
);
create index trail_area on trail (area_id, seq desc);
create index trail_about on trail using gin (about);

create or replace function trail_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is append-only';
end $$;
create trigger trail_append_only before update or delete on trail for each row execute function trail_is_append_only();
create trigger trail_no_truncate before truncate on trail for each statement execute function trail_is_append_only();
