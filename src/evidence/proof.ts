import { z } from 'zod';
import { OUTCOME_CODES } from './outcome.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Layers of proofreading; `text/finding.ts`, which evidence may not import, says what each reads. */
export const PROOF_LAYERS = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6'] as const;

/** What was proofread: a page of the site or a document of it. */
export const PROOF_SUBJECTS = ['home', 'list', 'article', 'attachment'] as const;

/** One finding as it was made at look time. Personal data stand masked in `found`, `context` and `why`, never in the clear. */
export const proofFinding = z.object({
  layer: z.enum(PROOF_LAYERS),
  /** A code of `FINDING_KINDS` in `text/finding.ts`. */
  kind: z.string(),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  score: z.number(),
  /** The layer may open a problem by itself; false = a person looks first. */
  files: z.boolean(),
  found: z.string(),
  suggestion: z.string().nullable(),
  why: z.string(),
  /** Number of the block in the page's text, and UTF-16 offsets within that block. */
  place: z.object({ block: z.number().int(), start: z.number().int(), end: z.number().int() }),
  /** The sentence around it, and where in it `found` begins. */
  context: z.string(),
  contextAt: z.number().int(),
});
export type ProofFinding = z.infer<typeof proofFinding>;

/**
 * A page as proofread (校对) from its kept bytes, which are the fact's. Written also when nothing was found: a page that was
 * read and is clean differs from one that nobody read. Subject: `stableId('page', url)`.
 */
export const proof = z.object({
  url: z.string(),
  /** Column it was found in; null for the home page and what no list carries. */
  columnId: z.string().nullable(),
  of: z.enum(PROOF_SUBJECTS),
  /** `ok`, or why its text could not be read; then there are no findings and nothing is said about it. */
  outcome: z.enum(OUTCOME_CODES),
  title: z.string().nullable(),
  /** Day it was published; null when nobody could tell. Its age is counted from here. */
  publishDate: date.nullable(),
  /** Fingerprint of all lists and models it was read with. */
  listsVersion: z.string(),
  /** Layers that read the whole of it; another layer says nothing about this page. */
  layers: z.array(z.enum(PROOF_LAYERS)),
  /** Letters read, blanks not counted. */
  characters: z.number().int(),
  findings: z.array(proofFinding),
  /** There were more findings than a fact keeps. */
  truncated: z.boolean(),
  /** So many findings that a person should read the page through (请通读此页) rather than take them one by one. */
  collapsed: z.boolean(),
});

/** What a reviewer may say of a finding (复核意见). */
export const PROOF_ACTS = {
  confirmed: '确认为错误',
  'dismissed-here': '本处不是错误',
  'dismissed-string': '本站这一写法不是错误',
  'accepted-term': '这一写法是规范用语',
  'wrong-suggestion': '确有错误，建议不对',
  undone: '撤回原来的意见',
} as const;
export type ProofAct = keyof typeof PROOF_ACTS;

/**
 * A reviewer's decision, so that a day can be judged again with what was decided by its end. Subject: key of the finding
 * (`text/review/review-item.ts`), joined with the page for `dismissed-here`; the newest of a subject counts.
 */
export const proofDecision = z.object({
  act: z.enum(Object.keys(PROOF_ACTS) as [ProofAct, ...ProofAct[]]),
  /** Key of the finding: kind and string, the same on every page. */
  key: z.string(),
  /** The page it is said of; null = every page of the site. */
  page: z.string().nullable(),
  layer: z.enum(PROOF_LAYERS),
  kind: z.string(),
  string: z.string(),
  /** How sure the layer was of it: each decision is an example its threshold is fitted to. */
  score: z.number(),
  /** What the reviewer says is right, where the suggestion was wrong. */
  right: z.string().nullable(),
  person: z.string(),
  note: z.string(),
});
