import type { Category } from '../../core/category.ts';
import { stableId } from '../../core/id.ts';
import type { Fact } from '../../evidence/fact.ts';
import { FINDING_KINDS } from '../../text/finding.ts';
import { itemsOfPage, type KeptFinding, type ReviewItem, WHOLE_PAGE } from '../../text/review/review-item.ts';
import type { CheckResult, FactsByKind, Finding, Place } from '../define.ts';
import { cannotTell, fail, finding, notRun, pass } from './result.ts';

/** An item of a site with every page it stands on, and what a reviewer said of it. */
export interface TextError extends ReviewItem {
  pages: readonly { fact: Fact<'proof'>; places: readonly KeptFinding[] }[];
  /** The decision that stands; null while nobody has decided. */
  decision: Fact<'proof-decision'> | null;
}

/** Acts that say it is an error. */
const CONFIRMS: ReadonlySet<string> = new Set(['confirmed', 'wrong-suggestion']);
const DISMISSES: ReadonlySet<string> = new Set(['dismissed-string', 'accepted-term']);

/**
 * The errors of a site as its newest readings show them and reviewers' decisions leave them: what was dismissed is gone, whether
 * on one page or on all. In the order of their keys, so that equal facts give equal bytes.
 */
export function textErrors(facts: FactsByKind, wanted: (item: ReviewItem) => boolean): TextError[] {
  const decisions = newestDecisions(facts['proof-decision'] ?? []);
  const errors = new Map<string, TextError & { pages: { fact: Fact<'proof'>; places: readonly KeptFinding[] }[] }>();
  for (const fact of newestReadings(facts.proof ?? [])) {
    for (const { places, ...item } of itemsOfPage(fact.data)) {
      if (!wanted(item) || decisions.get(subjectOf(item.key, fact.data.url))?.data.act === 'dismissed-here') continue;
      const decision = decisions.get(subjectOf(item.key, null)) ?? null;
      if (decision && DISMISSES.has(decision.data.act)) continue;
      const known = errors.get(item.key);
      if (known) known.pages.push({ fact, places });
      else errors.set(item.key, { ...item, pages: [{ fact, places }], decision });
    }
  }
  for (const { pages } of errors.values()) pages.sort((a, b) => (a.fact.data.url < b.fact.data.url ? -1 : 1));
  return [...errors.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Subject of a decision: of a string on all pages of a site, or on one. */
export const subjectOf = (key: string, page: string | null): string => (page === null ? key : stableId('here', key, page));

/** Fingerprint and place of the problem an item of a site becomes; the desk files it under the same. */
export const textPlaceId = (siteId: string, key: string): string => `${siteId}/${key}`;

const isConfirmed = ({ decision }: TextError): boolean => decision !== null && CONFIRMS.has(decision.data.act);

/**
 * The result over a site's errors. What a reviewer confirmed, and what its layer may file by itself, is a problem, suspected in the
 * ledger until a person confirms it there; everything else is a note and the verdict waits for a person.
 */
export function textErrorResult(
  siteId: string,
  facts: FactsByKind,
  category: Category | ((item: ReviewItem) => Category),
  wanted: (item: ReviewItem) => boolean,
): CheckResult {
  const read = newestReadings(facts.proof ?? []).filter(({ data }) => data.outcome === 'ok');
  if (read.length === 0) return notRun('no-evidence', {});
  const errors = textErrors(facts, wanted);
  const problems = errors.filter((error) => isConfirmed(error) || error.files);
  const doubts = errors.filter((error) => !problems.includes(error));
  const measured = {
    errors: problems.length,
    confirmed: errors.filter(isConfirmed).length,
    toReview: doubts.length,
    urgent: errors.filter((error) => error.severity === 1 && !isConfirmed(error)).length,
  };
  const told = (error: TextError, level: Finding['level']): Finding =>
    toFinding(siteId, error, typeof category === 'string' ? category : category(error), level);
  const notes = doubts.map((error) => told(error, 'note'));
  if (problems.length > 0) return fail([...problems.map((error) => told(error, 'problem')), ...notes], measured);
  return doubts.length > 0 ? cannotTell('needs-person', measured, notes) : pass(measured);
}

const FIRST_FACTS = 3;

function toFinding(siteId: string, error: TextError, category: Category, level: Finding['level']): Finding {
  const { key, found, suggestion, severity, pages, decision, kind } = error;
  const [first] = pages;
  const data = (first as (typeof pages)[number]).fact.data;
  const place: Place = { type: 'page', id: textPlaceId(siteId, key), label: data.title ?? data.url, url: data.url };
  const right = decision?.data.right ?? (decision?.data.act === 'wrong-suggestion' ? null : suggestion);
  const evidence = [...pages.slice(0, FIRST_FACTS).map(({ fact }) => fact.id), ...(decision ? [decision.id] : [])];
  return finding(level, category, place, lineOf(error, right, data.title), evidence, {
    kind: kind === WHOLE_PAGE ? kind : FINDING_KINDS[kind],
    severity,
    found,
    expected: right,
    pages: pages.length,
    places: pages.reduce((sum, { places }) => sum + places.length, 0),
    published: data.publishDate,
    confirmed: isConfirmed(error),
  });
}

/** “整治站位”应为“政治站位”（《…》等3个页面）. */
function lineOf({ layer, kind, string, found, suggestion, why, pages }: TextError, right: string | null, title: string | null): string {
  const where = `${title === null ? '' : `《${title}》`}${pages.length > 1 ? `等${pages.length}个页面` : ''}`;
  const at = where === '' ? '' : `（${where}）`;
  if (kind === WHOLE_PAGE) return `${why}${at}`;
  if (layer === 'L5') return `${why.replace(/。$/, '')}${at}`;
  if (kind === 'off-topic') return `内容与栏目不符${at}`;
  // The neighbours that make a short string tell what is meant go with what is right, too.
  const whole = right !== null && right === suggestion && string.includes(found) && found !== '' ? string.replace(found, right) : right;
  const said = whole === null ? '有误' : whole === '' ? '应删去' : `应为“${whole}”`;
  return `“${string}”${said}${at}`;
}

/** The last decision on each subject; one that was undone leaves none. */
function newestDecisions(facts: readonly Fact<'proof-decision'>[]): Map<string, Fact<'proof-decision'>> {
  const newest = new Map(facts.map((fact) => [fact.subjectId, fact]));
  return new Map([...newest].filter(([, { data }]) => data.act !== 'undone'));
}

function newestReadings(facts: readonly Fact<'proof'>[]): Fact<'proof'>[] {
  return [...new Map(facts.map((fact) => [fact.subjectId, fact])).values()];
}
