-- 消息渠道: ways out of the program. The secret parts of `settings` never leave the server again.
create table message_channel (
  area_id text not null references area (id),
  id text not null,
  kind text not null,
  name text not null,
  settings text not null,
  -- Only persons of the closed list read there, so that confidential words may go that way.
  closed boolean not null,
  saved_by text not null,
  saved_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, id)
);

-- 收件人: a person, a role or a group of an area, and the ways that reach it, in order.
create table message_recipient (
  area_id text not null references area (id),
  name text not null,
  unit_id text,
  -- [{"channelId", "to"}] in the order in which they are tried.
  routes text not null,
  quiet_from text,
  quiet_to text,
  -- Time of day of the one message a day; null: as they come.
  digest_at text,
  saved_by text not null,
  saved_at timestamptz not null,
  retired_at timestamptz,
  primary key (area_id, name)
);

-- 消息: one row per addressee, written with what caused it; where it is on its way is kept with it (an outbox).
create table message (
  area_id text not null references area (id),
  id text not null,
  recipient text not null,
  unit_id text,
  kind text not null,
  -- Once per addressee, however often the cause is met; behind a # what happened to the alarm since.
  cause text not null,
  title text not null,
  body text not null,
  -- Path of the page where it goes on.
  link text,
  urgent boolean not null,
  confidential boolean not null,
  at timestamptz not null,
  read_at timestamptz,
  read_by text,
  -- An alarm somebody has to answer, else it goes to `deputy`.
  needs_answer boolean not null,
  deputy text,
  answered_at timestamptz,
  answered_by text,
  passed_on_at timestamptz,
  state text not null,
  -- Place in the recipient's list of ways, and attempts made on it.
  route integer not null,
  attempts integer not null,
  next_at timestamptz not null,
  claimed_at timestamptz,
  -- A sender died between sending and noting it: the reader may get it twice.
  unsure boolean not null,
  sent_at timestamptz,
  sent_by_channel text,
  -- What the last attempt was answered.
  last_detail text,
  primary key (area_id, id),
  unique (area_id, recipient, cause)
);
create index message_inbox on message (area_id, recipient, at desc);
-- What waits is little, what was ever written is much.
create index message_waiting on message (next_at) where state in ('waiting', 'sending');
create index message_unanswered on message (area_id, at) where needs_answer and answered_at is null;

-- Every attempt to send, and every test of a channel: the pace of a channel is reckoned from them.
create table message_attempt (
  area_id text not null,
  channel_id text not null,
  id text not null,
  at timestamptz not null,
  -- Messages that went together as one.
  messages integer not null,
  outcome text not null,
  detail text,
  primary key (area_id, channel_id, id)
);
create index message_attempt_pace on message_attempt (area_id, channel_id, at desc);

-- 值班表: one name a day, with a deputy.
create table duty (
  area_id text not null references area (id),
  day date not null,
  name text not null,
  deputy text,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (area_id, day)
);

-- 提醒记录: who was reminded of what, when and how, by the program or by a person on the phone. Append-only.
create table reminder (
  area_id text not null references area (id),
  id text not null,
  unit_id text not null,
  step text not null,
  day date not null,
  at timestamptz not null,
  channel text not null,
  addressee text not null,
  note text,
  by_name text not null,
  primary key (area_id, id)
);
create index reminder_unit on reminder (area_id, unit_id, day);
create trigger reminder_append_only before update or delete on reminder for each row execute function refuse_change();

-- The problems a reminder speaks of. A step is taken once for a problem and its last permitted day.
create table reminder_problem (
  area_id text not null,
  problem_id text not null,
  due_on date not null,
  step text not null,
  reminder_id text not null,
  primary key (area_id, problem_id, due_on, step, reminder_id)
);
create index reminder_problem_reminder on reminder_problem (area_id, reminder_id);
