import { z } from 'zod';
import { count, date, id, named } from './fields.ts';

/** A piece of a paragraph: free words, a bound figure by its id, or words of the snapshot letter by letter. */
export const run = z.union([
  z.strictObject({ text: z.string().max(20_000) }),
  z.strictObject({ figure: z.string().min(1).max(200) }),
  z.strictObject({ quoted: z.string().max(2_000) }),
]);
export const deadline = z.union([z.strictObject({ workingDays: z.int().min(1).max(1000) }), z.strictObject({ date })]);
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const part = z.enum(['opening', 'overview', 'activities', 'problems', 'requirements']);

export const draftParagraph = z.object({
  id: z.string().min(1).max(200),
  part,
  level,
  heading: z.string().max(200).nullable(),
  runs: z.array(run).max(2_000),
  deadline: deadline.nullable(),
});

export const naming = z.object({
  praisePerGroup: z.int().min(0).max(50),
  blameApprovedAtMost: z.int().min(0).max(100_000).nullable(),
  leaveOut: z.array(z.string().max(200)).max(500),
  praiseChannels: z.array(z.string().max(200)).max(500),
});

const disclosureMark = z.enum(['主动公开', '依申请公开', '不予公开']);
/** 依据 by which it is looked up again. */
const basisName = z.object({ title: z.string().trim().min(1, '请填写文件名称').max(200), number: z.string().trim().max(60).nullable() });
export const draftHead = z.object({
  title: z.string().max(200),
  number: z.string().max(60).nullable(),
  signedDate: date.nullable(),
  printedDate: date.nullable(),
  disclosureMark: disclosureMark.nullable(),
  /** Absent: as it was frozen. */
  basis: z.array(basisName).max(30).optional(),
  /** 主送机关 in order; absent: as it was frozen. */
  addressees: z.array(z.string().trim().min(1).max(200)).max(100).optional(),
});

export const noticeActRow = z.object({ act: named, by: z.string(), role: z.string(), at: z.string(), note: z.string().nullable() });

/** What a draft still lacks, with the tab of the editor where it is given; what `bars` keeps it from review. */
export const noticeMissing = z.object({ text: z.string(), where: z.enum(['head', 'naming', 'check']), bars: z.boolean() });

/** 异议 to what a notice tells of. `words`: null where only a closed list may read them. */
export const noticeObjection = z.object({
  key: z.string(),
  about: z.enum(['verdict', 'problem']),
  /** Channel or problem. */
  subjectId: z.string(),
  periodId: z.string().nullable(),
  unit: z.string(),
  matter: z.string(),
  words: z.string().nullable(),
  raisedBy: z.string(),
  raisedAt: z.string(),
});

/** A draft as the editor shows it. */
export const noticeDraft = z.object({
  id: z.string(),
  version: count,
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
  stage: named,
  acts: z.array(noticeActRow),
  period: z.string(),
  marks: z.enum(['official', 'bullets']),
  letterhead: z.string().nullable(),
  addressees: z.string(),
  /** 主送机关 the office keeps under names. */
  addressGroups: z.array(z.object({ name: z.string(), addressees: z.array(z.string()) })),
  issuer: z.string(),
  head: draftHead,
  /** Documents a notice may rest on, with how they stand on the day of signing; those it rests on first. */
  basisRegister: z.array(
    basisName.extend({
      standing: z.enum(['in-force', 'ended', 'not-yet', 'unknown']),
      from: date.nullable(),
      until: date.nullable(),
      replacedBy: z.string().nullable(),
    }),
  ),
  nextNumber: z.object({ year: count, number: count }),
  paragraphs: z.array(
    draftParagraph.extend({
      personal: z.boolean(),
      /** What the template says where the office's words stand instead. */
      template: z.object({ heading: z.string().nullable(), runs: z.array(run) }).nullable(),
      stale: z.boolean(),
    }),
  ),
  removed: z.array(draftParagraph.omit({ deadline: true })),
  figures: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), printed: z.string(), base: z.string().nullable() })),
  naming: z.object({
    confirmed: z.boolean(),
    /** Whether a rule found anybody. */
    needed: z.boolean(),
    choice: naming,
    proposals: z.array(z.object({ rule: z.string(), title: z.string(), named: z.array(z.string()), leftOut: z.array(z.string()) })),
  }),
  disagreements: z.array(
    z.object({
      kind: z.string(),
      severity: z.enum(['refused', 'blocks', 'warns']),
      place: z.string(),
      message: z.string(),
      figure: z.string().nullable(),
      stated: z.string().nullable(),
      recomputed: z.string().nullable(),
    }),
  ),
  missing: z.array(noticeMissing),
  attachments: z.array(z.object({ title: z.string(), rows: count })),
});

const note = z
  .string()
  .trim()
  .max(500, '不能超过 500 字')
  .transform((text) => text || null)
  .nullable()
  .default(null);
export const onNotice = { areaId: id, noticeId: id };
/** A decision about the words of one version. */
export const decision = z.object({ ...onNotice, version: count, note });
/** An act on an issued notice. */
export const act = z.object({ ...onNotice, note });
export const done = z.object({ ok: z.literal(true) });
