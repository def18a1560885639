import { z } from 'zod';
import { CHANNEL_KIND_CODES, type ChannelKind } from '../core/message.ts';
import { count, date, id, list, named } from './fields.ts';

/** Name of a person or an office that messages go to. */
export const name = z.string().trim().min(1, '请填写姓名').max(60, '姓名太长');
export const ids = z.array(id).min(1, '请先选择消息').max(200, '一次最多 200 条');
export const channelKind = z.enum(CHANNEL_KIND_CODES as [ChannelKind, ...ChannelKind[]]);
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时刻应写成 22:00 这样的形式');

/** A message as an inbox shows it. */
export const message = z.object({
  id: z.string(),
  recipient: z.string(),
  kind: named,
  title: z.string(),
  body: z.string(),
  link: z.string().nullable(),
  urgent: z.boolean(),
  confidential: z.boolean(),
  at: z.string(),
  readAt: z.string().nullable(),
  readBy: z.string().nullable(),
  needsAnswer: z.boolean(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  passedOnAt: z.string().nullable(),
  delivery: z.object({ state: named, channel: z.string().nullable(), at: z.string().nullable(), detail: z.string().nullable() }),
});

/** Unread messages, and alarms among them that wait for an answer. */
export const unread = z.object({ unread: count, unanswered: count });

const route = z.object({ channelId: z.string(), to: z.string().nullable() });

/** Channels, recipients and what did not arrive. */
export const messageSetUp = z.object({
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: named,
      closed: z.boolean(),
      /** Without secrets. */
      settings: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      /** Secrets that are filled in. */
      filled: z.array(z.string()),
      savedBy: z.string(),
      savedAt: z.string(),
      last: z.object({ at: z.string(), outcome: named, detail: z.string().nullable() }).nullable(),
    }),
  ),
  recipients: z.array(
    z.object({
      name: z.string(),
      unit: z.object({ id: z.string(), name: z.string() }).nullable(),
      routes: z.array(route),
      quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
      digestAt: z.string().nullable(),
      savedBy: z.string(),
      savedAt: z.string(),
    }),
  ),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  kinds: z.array(named),
  graveReaders: z.array(z.string()),
  undelivered: z.array(message),
});

/** A recipient as handed in. */
export const recipientFields = {
  name,
  unitId: id.nullable(),
  routes: z.array(z.object({ channelId: id, to: z.email('应为邮箱地址').nullable() })).max(5, '最多 5 种方式'),
  quiet: z
    .object({ from: clockTime, to: clockTime })
    .refine(({ from, to }) => from !== to, '免打扰的起止时刻不能相同')
    .nullable(),
  digestAt: clockTime.nullable(),
};

const rosterDay = z.object({ day: date, working: z.boolean(), name: z.string().nullable(), deputy: z.string().nullable() });
/** 值班表. */
export const roster = z.object({
  today: date,
  changesAt: z.string(),
  answerWithinMinutes: count,
  now: z.object({ day: date, name: z.string(), deputy: z.string().nullable() }).nullable(),
  days: z.array(rosterDay),
  names: z.array(z.string()),
});
/** A day of the roster as handed in. */
export const rosterWish = z.object({ day: date, name: name.nullable(), deputy: name.nullable() });

const unit = z.object({ id: z.string(), name: z.string() });
/** 提醒记录. */
export const reminders = z.object({
  from: date,
  to: date,
  /** Reminders of these days; `rows` are one page of them, `units` count them all. */
  total: count,
  rows: z.array(
    z.object({
      id: z.string(),
      unit,
      step: named,
      day: date,
      at: z.string(),
      channel: z.string(),
      addressee: z.string(),
      note: z.string().nullable(),
      byName: z.string(),
      problems: count,
    }),
  ),
  units: z.array(z.object({ unit, count, days: z.array(date), furthest: z.string(), words: z.string().nullable() })),
  choices: z.array(unit),
});
/** Which reminders. `unitIds`: of these units alone, the own one and those below. */
export const reminderFilter = { areaId: id, unitIds: list, from: date.optional(), to: date.optional() };
