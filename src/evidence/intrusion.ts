import { z } from 'zod';
import { OUTCOME_CODES } from './outcome.ts';

const outcome = z.enum(OUTCOME_CODES);

/** How an external host stands with the office (外链研判). `changed`: allowed once, but it has become somebody else's since. */
export const EXTERNAL_STANDINGS = {
  open: '尚未研判',
  allowed: '已准许',
  refused: '已认定不得链接',
  changed: '准许后主体或者内容已变化',
} as const;
export type ExternalStanding = keyof typeof EXTERNAL_STANDINGS;

/** What may be wrong with a site that pages link to (外链状态), as far as it can be seen without asking anybody else. */
export const EXTERNAL_DOUBTS = {
  lapsed: '域名曾能打开，现已无法解析',
  parked: '打开的是域名出售、过期或者停放页',
  'led-elsewhere': '跳转到了另一个网站',
  'other-title': '标题与研判时完全不同',
  spam: '标题含赌博、色情等词语',
} as const;
export type ExternalDoubt = keyof typeof EXTERNAL_DOUBTS;

const codes = <T extends object>(list: T) => z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]);

/** An external site, by its registered name, with the pages that link to it. */
export const externalHost = z.object({
  name: z.string(),
  standing: codes(EXTERNAL_STANDINGS),
  doubts: z.array(codes(EXTERNAL_DOUBTS)),
  /** An address on it that a page links to. */
  url: z.string(),
  title: z.string().nullable(),
  /** The first three pages, with the words of the link. */
  foundOn: z.array(z.object({ url: z.string(), text: z.string() })),
  foundOnCount: z.number().int(),
  firstSeen: z.string(),
  decision: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type ExternalHost = z.infer<typeof externalHost>;

/** Fact kinds of intrusion (seeds M10, S03). */
export const INTRUSION_KINDS = {
  /** The home page as a search engine is answered; the bytes are the fact's. Nobody is accused by a look that was refused. */
  'search-engine-view': z.object({ url: z.string(), outcome, status: z.number().int().nullable() }),
  /** A page read once more because something was wrong on it before; the bytes are the fact's. */
  'page-again': z.object({ url: z.string(), outcome, status: z.number().int().nullable() }),
  /** What a page hides and what an intruder may have put into it, read from its kept bytes. Written when there is nothing too. */
  'page-intrusion': z.object({
    url: z.string(),
    outcome,
    title: z.string().nullable(),
    /** Pieces of the page that a reader does not see. */
    hidden: z.number().int(),
    /** Whether the search engine's view was compared. */
    compared: z.boolean(),
    findings: z.array(
      z.object({
        /** A code of `FINDING_KINDS` in `text/finding.ts`. */
        kind: z.string(),
        score: z.number(),
        files: z.boolean(),
        found: z.string(),
        why: z.string(),
      }),
    ),
  }),
  /** Sites outside the government's names that the site's pages link to, as met in the last month and decided on until then. */
  'external-hosts': z.object({
    /** Registered names the site links to that need no decision. */
    government: z.number().int(),
    neutral: z.number().int(),
    hosts: z.array(externalHost),
    /** There were more than a fact keeps. */
    truncated: z.boolean(),
  }),
} as const;
