import { z } from 'zod';
import { CATEGORY_CODES, type Category } from '../core/category.ts';
import { count, date, id, list, named, wordsAsked } from './fields.ts';
import { pageFields } from './paging.ts';

const category = z.enum(CATEGORY_CODES as [Category, ...Category[]]);
const words = (least: string, most: number) => z.string().trim().min(1, least).max(most, `不能超过 ${most} 字`);
const webAddress = z.url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的网址' }).max(500);
const unit = z.object({ id: z.string(), name: z.string() });
/** An answer with nothing in it but that it was done. */
export const doneAnswer = z.object({ ok: z.literal(true) });

/** What narrows and orders the list of prompts, on the page and in its file. */
export const promptsAsked = {
  areaId: id,
  state: z.enum(['late', 'running', 'done', 'withdrawn']).optional(),
  kind: z.enum(['task', 'self_check']).optional(),
  q: z.string().trim().max(60, '不能超过 60 字').optional(),
  sort: z.enum(['sent', 'due', 'missing']).default('sent'),
};

/** Path of one prompt. */
export const onPrompt = { areaId: id, promptId: id };

/** 工作提示 as it is sent. */
export const promptWish = {
  kind: z.enum(['task', 'self_check']),
  heading: words('请填写标题', 60),
  text: words('请写明要做什么', 2000),
  dueOn: date.nullable(),
  categories: z.array(category).max(20, '一次最多自查 20 类问题').default([]),
  unitIds: z.array(id).min(1, '请至少选择一个单位').max(2000),
};

/** What is told of a unit and a prompt. */
export const saidFields = {
  note: z
    .string()
    .trim()
    .max(500, '不能超过 500 字')
    .transform((text) => text || null)
    .nullable()
    .default(null),
  proof: webAddress.nullable().default(null),
  found: count.max(100_000).nullable().default(null),
  fixed: count.max(100_000).nullable().default(null),
};

const speeds = z.array(named.extend({ count }));
const counts = z.object({ asked: count, received: count, done: count, speeds });
const answers = z.object({ answered: count, clean: count, withProblems: count, found: count, fixed: count }).nullable();
const head = z.object({
  id: z.string(),
  kind: named,
  heading: z.string(),
  sentOn: date,
  dueOn: date.nullable(),
  categories: z.array(named),
  madeBy: z.string(),
  state: named,
});

export const promptList = z.object({
  today: date,
  /** The rule of fast that a new one goes out under. */
  rule: z.string(),
  total: count,
  page: count,
  size: count,
  rows: z.array(head.extend({ counts, answers })),
});

export const promptChoices = z.object({
  today: date,
  rule: z.string(),
  units: z.array(unit.extend({ group: z.string() })),
  categories: z.array(named),
});

export const promptDetail = z.object({
  today: date,
  prompt: head.extend({ text: z.string(), withdrawnReason: z.string().nullable(), withdrawnBy: z.string().nullable() }),
  rule: z.string(),
  counts,
  answers,
  units: z.array(
    z.object({
      unit,
      receivedAt: z.string().nullable(),
      doneAt: z.string().nullable(),
      doneOn: date.nullable(),
      place: count.nullable(),
      days: z.number().int().nullable(),
      speed: named,
      note: z.string().nullable(),
      proof: z.string().nullable(),
      found: count.nullable(),
      fixed: count.nullable(),
      reminded: count,
      history: z.array(z.object({ act: named, day: date, at: z.string(), by: z.string(), note: z.string().nullable() })),
    }),
  ),
  /** To be copied into the work group. */
  groupText: z.string(),
  urgingText: z.string(),
});

const myPrompt = z.object({
  id: z.string(),
  unit,
  kind: named,
  heading: z.string(),
  text: z.string(),
  sentOn: date,
  dueOn: date.nullable(),
  overdue: z.boolean(),
  receivedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** Why the office gave it back; null unless that is the last word. */
  returned: z.string().nullable(),
  answer: z
    .object({ note: z.string().nullable(), proof: z.string().nullable(), found: count.nullable(), fixed: count.nullable() })
    .nullable(),
  categories: z.array(named),
  /** With a self-check: the unit's own open problems of the class. */
  own: z
    .object({
      total: count,
      rows: z.array(
        z.object({
          id: z.string(),
          category: named,
          place: z.string(),
          text: z.string(),
          foundOn: date,
          dueOn: date.nullable(),
          status: named,
        }),
      ),
    })
    .nullable(),
});
export const myPromptList = z.object({ today: date, open: z.array(myPrompt), done: z.array(myPrompt) });

/** 主动巡网 as it is filed. */
export const patrolWish = {
  unitId: id,
  day: date,
  scope: words('请填写巡查了哪些网站、栏目或账号', 300),
  note: saidFields.note,
  promptId: id.nullable().default(null),
  findings: z
    .array(
      z.object({
        category,
        channelId: id.nullable().default(null),
        columnId: id.nullable().default(null),
        place: words('请填写位置', 200),
        url: webAddress.nullable().default(null),
        text: words('请写明问题', 500),
        fixed: z.string().trim().min(2, '请写明怎样整改的').max(500, '不能超过 500 字').nullable().default(null),
      }),
    )
    .max(50, '一次最多登记 50 个问题')
    .default([]),
};

export const patrolFilter = {
  ...{ areaId: id, unitIds: list, from: date.optional(), to: date.optional(), q: wordsAsked },
  ...{ only: z.enum(['found', 'clean']).optional(), sort: z.enum(['new', 'found']).default('new') },
};
export const patrolList = z.object({
  today: date,
  from: date,
  to: date,
  ...pageFields(
    z.object({
      id: z.string(),
      day: date,
      scope: z.string(),
      note: z.string().nullable(),
      by: z.string(),
      at: z.string(),
      promptId: z.string().nullable(),
      unit,
      problems: z.array(
        z.object({
          id: z.string(),
          category: named,
          place: z.string(),
          text: z.string(),
          status: named,
          foundOn: date,
          fixedOn: date.nullable(),
          alsoFoundOn: date.nullable(),
        }),
      ),
    }),
  ),
  units: z.array(z.object({ unit, patrols: count, lastOn: date, found: count, fixed: count, first: count })),
  choices: z.object({
    units: z.array(unit),
    /** What the caller's own units run; empty for who sees all. */
    channels: z.array(unit),
    columns: z.array(unit.extend({ channelId: z.string() })),
    categories: z.array(named),
  }),
});
