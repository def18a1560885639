import { z } from 'zod';
import { CATEGORY_CODES, type Category } from '../core/category.ts';
import { isCalendarDate } from '../core/date.ts';
import { SITE_KINDS } from '../subjects/channel.ts';

/** What a clause is looked at on: a kind of site, or an account of any platform. */
export const CHANNEL_KINDS = [...SITE_KINDS, 'account'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Where a figure comes from. Scoring trusts the first four; the last two wait for an operator's confirmation. */
export const EVIDENCE_MARKS = {
  read: '多份副本读到',
  seed: '由通报实例反推',
  'public-code': '公开代码',
  own: '本系统设定',
  'single-copy': '仅一份副本',
  memory: '记忆，未见文本',
} as const;
export type EvidenceMark = keyof typeof EVIDENCE_MARKS;

export const CLAUSE_KINDS = ['veto', 'deduct', 'bonus', 'duty', 'warning'] as const;

const date = z.string().refine(isCalendarDate, '应为 YYYY-MM-DD 形式的日期');
const mark = z.enum(Object.keys(EVIDENCE_MARKS) as [EvidenceMark, ...EvidenceMark[]]).nullable();
const confidence = z.enum(['high', 'medium', 'low']);
const options = z.record(z.string(), z.record(z.string(), z.unknown()));
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Findings an item takes points for: of this category, with these measured values. */
const matchSchema = z.strictObject({
  category: z.enum(CATEGORY_CODES as [Category, ...Category[]]),
  measured: z.record(z.string(), scalar),
});

/** One line of a deduction or bonus clause. `points` null = the figure is not known. */
const itemSchema = z.strictObject({
  id: z.string().min(1),
  condition: z.string().min(1),
  points: z.number().positive().nullable(),
  /** Unit the points are counted by; `once` = however many findings. */
  per: z.string().nullable(),
  evidence: mark,
  match: z.array(matchSchema),
});

/** 条款: one row of the indicator sheet. */
export const clauseSchema = z.strictObject({
  id: z.string().min(1),
  /** 文号 of the document that sets it; null = the office's own practice, which the sheet's name stands for. */
  document: z.string().min(1).nullable().default(null),
  part: z.enum(['site-veto', 'account-veto', 'deduction', 'bonus', 'duty', 'local', 'supervision']),
  kind: z.enum(CLAUSE_KINDS),
  title: z.string().min(1),
  group: z.string().nullable().default(null),
  appliesTo: z.array(z.enum(CHANNEL_KINDS)),
  /** Why nothing checks it here; null = in force. */
  notInForce: z.string().min(1).nullable().default(null),
  /** Mark of the clause's own figures (windows, thresholds); null = it has none. */
  evidence: mark,
  confidence,
  /** Full marks of a deduction clause, which are also the cap of what it can cost. */
  points: z.strictObject({ value: z.number().positive().nullable(), evidence: mark }).nullable().default(null),
  items: z.array(itemSchema).default([]),
  /** By check id: the windows, thresholds and horizons this clause sets for it. */
  options: options.default({}),
  sources: z.array(z.string()),
  notes: z.string().default(''),
});
export type Clause = z.output<typeof clauseSchema>;
export type ClauseItem = z.output<typeof itemSchema>;

/** What a local profile may change in a clause it inherits. Options are merged one by one, the rest is replaced. */
const patchSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1).optional(),
  kind: z.enum(CLAUSE_KINDS).optional(),
  appliesTo: z.array(z.enum(CHANNEL_KINDS)).optional(),
  notInForce: z.string().min(1).nullable().optional(),
  evidence: mark.optional(),
  confidence: confidence.optional(),
  points: clauseSchema.shape.points.unwrap().optional(),
  items: z.array(itemSchema).optional(),
  options: options.optional(),
  notes: z.string().optional(),
});

const lookRule = {
  /** Checks whose silence leaves the verdict open. */
  mustRun: z.array(z.string().min(1)),
  /** A must-run check counts while its last answer is at most this many days older than the period's last look. */
  lookWithinDays: z.int().min(0),
};
/** `veto`: any veto on any day of the period fails. `three-step`: 无问题 / 合格 / 不合格 by what is carried over. */
const verdictRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('veto'), ...lookRule }),
  z.strictObject({
    rule: z.literal('three-step'),
    /** Whether a veto of the extended sheet fails the channel too. */
    vetoFails: z.boolean(),
    /** How the notice calls the period before: 上月, 上季度. */
    previous: z.string().min(1),
    ...lookRule,
  }),
]);
export type VerdictRule = z.output<typeof verdictRuleSchema>;

const ruleRow = { title: z.string(), evidence: mark, confidence, sources: z.array(z.string()), notes: z.string().default('') };
const none = z.strictObject({});
const scoringRuleSchema = z.discriminatedUnion('id', [
  z.strictObject({
    id: z.literal('RULE-BASE'),
    params: z.strictObject({ base: z.int().positive(), bonusMax: z.int().min(0) }),
    ...ruleRow,
  }),
  z.strictObject({ id: z.literal('RULE-VETO'), params: none, ...ruleRow }),
  z.strictObject({ id: z.literal('RULE-PASS'), params: z.strictObject({ failBelow: z.int(), bonusAbove: z.int() }), ...ruleRow }),
  z.strictObject({ id: z.literal('RULE-CAP'), params: none, ...ruleRow }),
  z.strictObject({ id: z.literal('RULE-NODOUBLE'), params: none, ...ruleRow }),
  z.strictObject({
    id: z.literal('RULE-75'),
    params: z.strictObject({
      skipGroup: z.string(),
      fullMarks: z.int().positive(),
      multiplier: z.tuple([z.int().positive(), z.int().positive()]),
    }),
    ...ruleRow,
  }),
  z.strictObject({ id: z.literal('RULE-MEDIA'), params: none, ...ruleRow }),
  z.strictObject({ id: z.literal('RULE-DEPT'), params: z.strictObject({ scored: z.array(z.enum(SITE_KINDS)) }), ...ruleRow }),
]);
export type ScoringRule = z.output<typeof scoringRuleSchema>;

/** 检查指标 as one file. A new version is a new file with later dates; old runs keep theirs. */
export const sheetSchema = z
  .strictObject({
    schema: z.literal('mingcha/sheet/1'),
    /** Equals the file name. */
    id: z.string().min(1),
    /** The line of versions it belongs to: national, langxi … */
    profile: z.string().min(1),
    version: z.int().positive(),
    name: z.string().min(1),
    /** Profile it builds on; the version in force on the monitored day is taken. */
    extends: z.string().min(1).nullable(),
    validFrom: date,
    /** Last day in force; null = until replaced. */
    validTo: date.nullable(),
    documents: z.array(z.strictObject({ title: z.string().min(1), number: z.string().nullable() })).min(1),
    notes: z.string(),
    /** What the short keys in `sources` stand for; a local sheet uses those of the sheet it extends. */
    sourceKeys: z.record(z.string(), z.string()).default({}),
    verdict: z.strictObject({ site: verdictRuleSchema, account: verdictRuleSchema }),
    rules: z.array(scoringRuleSchema),
    clauses: z.array(clauseSchema),
    patches: z.array(patchSchema).default([]),
  })
  .refine((sheet) => sheet.validTo === null || sheet.validFrom <= sheet.validTo, 'validTo 应不早于 validFrom');
export type Sheet = z.output<typeof sheetSchema>;
export type ClausePatch = z.output<typeof patchSchema>;
