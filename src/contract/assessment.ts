import { z } from 'zod';
import { count, date, id, named } from './fields.ts';

/** Shapes that the endpoints of the assessment share. */
export const year = z.coerce.number().int().min(2000, '年度应为四位年份').max(2100, '年度应为四位年份');
export const ofYear = { areaId: id, year };
/** Only this unit's rows and its sub-units'. */
export const scope = { unitId: id.optional() };
export const words = (what: string, most: number) => z.string().trim().min(1, `请填写${what}`).max(most, `${what}不能超过 ${most} 字`);
const mark = z
  .number()
  .min(0, '分值不能小于 0')
  .max(1000, '分值不能超过 1000')
  .refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6, '分值至多两位小数');
export const points = mark;

export const schemeItem = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1, '请填写项目名称').max(40, '项目名称太长'),
  base: mark,
  effect: z.enum(['deduct', 'bonus']),
  source: z.enum(['monitoring', 'recheck', 'overdue', 'late', 'named', 'praised', 'prompt_slow', 'prompt_fast', 'self_found', 'hand']),
  points: mark,
  milder: mark,
  cap: mark.nullable(),
  weights: z.object({ month: mark.optional(), quarter: mark.optional() }),
});
export const scheme = z.object({
  year,
  title: z.string().trim().min(1, '请填写方案名称').max(120, '方案名称太长'),
  documentNumber: z.string().trim().max(60, '文号太长').nullable(),
  validFrom: date,
  validTo: date,
  items: z.array(schemeItem).max(40, '项目太多'),
});
export const schemeAnswer = z.object({
  scheme,
  version: count,
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
  versions: z.array(z.object({ version: count, savedBy: z.string(), savedAt: z.string(), documentNumber: z.string().nullable() })),
  otherYears: z.array(z.number()),
});

export const yearAnswer = z.object({
  year: z.number(),
  asOf: date,
  stage: named,
  scheme: z.object({
    version: count,
    title: z.string(),
    documentNumber: z.string().nullable(),
    fullScore: z.number(),
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        base: z.number(),
        cap: z.number().nullable(),
        effect: z.enum(['deduct', 'bonus']),
        points: z.number(),
        source: named,
      }),
    ),
  }),
  units: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      group: z.string(),
      place: count,
      score: z.number(),
      items: z.array(z.object({ itemId: z.string(), entries: count, sum: z.number(), score: z.number() })),
      openObjections: count,
      /** Entries of a final score that rest on a problem taken back since. */
      takenBack: count,
      lastYear: z.object({ score: z.number(), place: count }).nullable(),
    }),
  ),
  acts: z.array(z.object({ act: named, by: z.string(), at: z.string(), note: z.string() })),
});

/** An objection with both versions of what it is about. */
export const objectionRow = z.object({
  id: z.string(),
  reason: z.string(),
  proof: z.string(),
  raisedBy: z.string(),
  raisedAt: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()).nullable(),
  decision: z.object({ outcome: z.enum(['accepted', 'rejected']), reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});

const ENTRY_SORTS = ['day', 'points', 'unit', 'item'] as const;
/** With an objection that waits for its answer; with any; cut short by a cap. */
export const ENTRY_STATES = ['waiting', 'objected', 'capped'] as const;
/** Which entries, in what order, and which page of them. */
export const entriesAsked = {
  ...scope,
  itemId: id.optional(),
  state: z.enum(ENTRY_STATES).optional(),
  /** Words in the reason or the unit's name. */
  q: z.string().trim().max(200).optional(),
  sort: z.enum(ENTRY_SORTS).default('day'),
  order: z.enum(['asc', 'desc']).default('asc'),
  page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
  size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(200, '每页最多 200 条').default(50),
};

export const entriesAnswer = z.object({
  year: z.number(),
  /** How many entries there are, on all pages, and what they count together. */
  total: count,
  sum: z.number(),
  page: count,
  size: count,
  rows: z.array(
    z.object({
      id: z.string(),
      day: date,
      points: z.number(),
      /** What of the points the item's cap leaves. */
      counted: z.number(),
      capped: z.enum(['no', 'part', 'whole']),
      reason: z.string(),
      item: z.object({ id: z.string(), name: z.string() }),
      unit: z.object({ id: z.string(), name: z.string() }),
      basis: z.object({
        kind: z.enum(['period', 'problem', 'notice', 'prompt', 'hand']),
        period: z.object({ id: z.string(), label: z.string() }).nullable(),
        channel: z.object({ id: z.string(), name: z.string() }).nullable(),
        problems: z.array(z.string()),
        notice: z.object({ id: z.string(), title: z.string() }).nullable(),
        prompt: z.object({ id: z.string(), heading: z.string() }).nullable(),
        hand: z.object({ id: z.string(), proof: z.string(), by: z.string() }).nullable(),
      }),
      objections: z.array(objectionRow),
    }),
  ),
  retracted: z.array(
    z.object({
      id: z.string(),
      points: z.number(),
      reason: z.string(),
      by: z.string(),
      unit: z.string(),
      item: z.string(),
      retractedBy: z.string(),
      retractedReason: z.string(),
    }),
  ),
});

export const indicatorsAnswer = z.object({
  year: z.number(),
  rows: z.array(
    z.object({
      id: z.string(),
      year: z.number(),
      number: z.string(),
      group: z.string().nullable(),
      title: z.string(),
      points: z.number(),
      ownScore: z.number().nullable(),
      evidence: z.string().nullable(),
      note: z.string().nullable(),
      unit: z.object({ id: z.string(), name: z.string() }).nullable(),
      /** Nothing proves it yet. */
      open: z.boolean(),
      gap: z.number(),
    }),
  ),
  totals: z.object({ count, open: count, points: z.number(), ownScore: z.number(), gap: z.number(), unscored: count }),
});

const aboveResult = z.object({
  year: z.number(),
  fullScore: z.number(),
  score: z.number(),
  place: z.number().nullable(),
  others: z.array(z.number()),
  source: z.string(),
  by: z.string(),
  at: z.string(),
});
export const forecast = z.object({
  fullScore: z.number(),
  gap: z.number(),
  /** Indicators nobody has scored, counted as 0. */
  unscored: count,
  atStake: z.number(),
  score: z.number(),
  /** Difference of the shares of full marks, in hundredths. */
  againstLast: z.number().nullable(),
  place: z.number().nullable(),
  of: z.number().nullable(),
});
export const aboveParts = { forecast: forecast.nullable(), unpriced: count, result: aboveResult.nullable(), last: aboveResult.nullable() };

export const verdictObjectionsAnswer = z.object({
  /** A notice of the period is out: nothing more is objected to; what it was issued despite is answered still. */
  issued: z.boolean(),
  /** Sites and accounts with a result that the caller may object to: a unit's own and its sub-units'. */
  choices: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), verdictName: z.string() })),
  rows: z.array(objectionRow.extend({ channel: z.object({ id: z.string(), name: z.string() }), unit: z.string() })),
});
