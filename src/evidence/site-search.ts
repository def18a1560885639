import { z } from 'zod';
import { OUTCOME_CODES } from './outcome.ts';

/** Why nobody can tell whether the search of a site finds a document (信息检索功能); each is our condition or a matter for a person. */
export const SEARCH_GAPS = {
  'not-opened': '首页没有打开',
  'no-form': '首页上没有找到检索框',
  'script-only': '检索由脚本完成，程序不能代为检索',
  'results-not-opened': '检索结果页没有打开',
  'results-unreadable': '检索结果由脚本生成或读不出来',
} as const;
export type SearchGap = keyof typeof SEARCH_GAPS;
const gap = z.enum(Object.keys(SEARCH_GAPS) as [SearchGap, ...SearchGap[]]);

/** How many results are looked at: the expected document must be among them (seeds M19). */
export const SEARCH_DEPTH = 10;

/** One test query. `rank` of the expected document, from 1; null = not among the first, or `gap` says why nobody knows. */
const testedQuery = z.object({
  query: z.string(),
  expectedTitle: z.string().nullable(),
  expectedUrl: z.string().nullable(),
  url: z.string().nullable(),
  outcome: z.enum(OUTCOME_CODES).nullable(),
  /** Results read, up to the depth. */
  results: z.number().int(),
  rank: z.number().int().nullable(),
  gap: gap.nullable(),
  /** SHA-256 of the kept results page. */
  page: z.string().nullable(),
});
export type TestedQuery = z.infer<typeof testedQuery>;

/** One run of all test queries of a site through its own search form. */
export const siteSearch = z.object({
  url: z.string(),
  outcome: z.enum(OUTCOME_CODES),
  /** Where the form sends its word, and under what name; null without a form we can use. */
  form: z.object({ action: z.string(), parameter: z.string() }).nullable(),
  queries: z.array(testedQuery),
});
