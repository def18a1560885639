import { stableId } from '../../core/id.ts';
import { FINDING_KINDS, type FindingKind, type Layer, type Severity } from '../finding.ts';

/** A finding as kept of a page: with the sentence it stands in. */
export interface KeptFinding {
  layer: Layer;
  kind: string;
  severity: Severity;
  score: number;
  files: boolean;
  found: string;
  suggestion: string | null;
  why: string;
  place: { block: number; start: number; end: number };
  context: string;
  contextAt: number;
}

/** A page as proofread, in the words this room needs of it. */
export interface KeptPage<F extends KeptFinding = KeptFinding> {
  url: string;
  title: string | null;
  findings: readonly F[];
  /** Too many findings to take them one by one. */
  collapsed: boolean;
}

/** Kind of an item that stands for a whole page: 请通读此页. */
export const WHOLE_PAGE = 'whole-page';

/** What a reviewer decides on once, wherever it stands: a wrong string, or a page that has to be read through. */
export interface ReviewItem {
  /** The same for the same string on every page of every site. */
  key: string;
  layer: Layer;
  kind: FindingKind | typeof WHOLE_PAGE;
  severity: Severity;
  score: number;
  files: boolean;
  /** The words that tell this error from others: a single letter takes its neighbours with it. */
  string: string;
  found: string;
  suggestion: string | null;
  why: string;
}

/** One page's share of an item. */
export interface PageItem<F extends KeptFinding = KeptFinding> extends ReviewItem {
  places: readonly F[];
}

/** Letters from which a string says by itself what it is about. */
const TELLING = 4;
const NEIGHBOURS = 2;
const SENTENCE_MARK = /[，。；：！？、,.;:!?\s]/;

/** The words a finding is known by: `found`, and where that is short the letters beside it, up to a mark. */
export function stringOf({ found, context, contextAt }: Pick<KeptFinding, 'found' | 'context' | 'contextAt'>): string {
  if (found.length >= TELLING || context.slice(contextAt, contextAt + found.length) !== found) return found;
  const before = Array.from(context.slice(0, contextAt)).slice(-NEIGHBOURS).join('');
  const after = Array.from(context.slice(contextAt + found.length))
    .slice(0, NEIGHBOURS)
    .join('');
  const left = before.split(SENTENCE_MARK).at(-1) ?? '';
  const right = after.split(SENTENCE_MARK)[0] ?? '';
  return left + found + right;
}

/** The error a finding is one place of. The layer is left out: a string found by a better layer tomorrow stays decided. */
export const keyOf = (kind: string, string: string, suggestion: string | null): string => stableId('text', kind, string, suggestion ?? '');

const ERRORS_OF_WORDS: ReadonlySet<Layer> = new Set(['L0', 'L1', 'L2', 'L3', 'L4']);

/**
 * The items of one page. On a collapsed page the ordinary errors in words are one item that stands for the page; what is grave
 * (severity 1) and what must not be published (personal data, intrusion) keep their own.
 */
export function itemsOfPage<F extends KeptFinding>(page: KeptPage<F>): PageItem<F>[] {
  const items = new Map<string, PageItem<F> & { places: F[] }>();
  const people = peopleListed(page.findings);
  for (const finding of page.findings) {
    const item =
      page.collapsed && finding.severity > 1 && ERRORS_OF_WORDS.has(finding.layer)
        ? wholePage(page)
        : people.has(finding.kind)
          ? listOfPeople(finding, page, people.get(finding.kind) as number)
          : single(finding);
    const known = items.get(item.key);
    if (!known) items.set(item.key, { ...item, places: [finding] });
    else {
      known.places.push(finding);
      known.score = Math.max(known.score, item.score);
      known.severity = Math.min(known.severity, item.severity) as Severity;
      known.files ||= item.files;
    }
  }
  for (const item of items.values()) if (item.kind === WHOLE_PAGE) item.why = `本页疑似文字错误${item.places.length}处，请通读全页`;
  return [...items.values()];
}

/** From this many numbers of one kind on, a page is a list of people: one item, not one a person. */
const LIST_OF_PEOPLE = 6;

/** Kinds of personal data that a page holds a list of, and how many. */
function peopleListed(findings: readonly KeptFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { layer, kind } of findings) if (layer === 'L5') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= LIST_OF_PEOPLE));
}

function listOfPeople(finding: KeptFinding, { url }: KeptPage, count: number): ReviewItem {
  const kind = finding.kind as FindingKind;
  return {
    ...single(finding),
    key: stableId('text', 'people', kind, url),
    string: `${finding.found}等${count}处`,
    suggestion: null,
    why: `出现${FINDING_KINDS[kind]}${count}处（如${finding.found}），应当逐一隐去或者撤下名单`,
  };
}

function single(finding: KeptFinding): ReviewItem {
  const { layer, kind, severity, score, files, found, suggestion, why } = finding;
  const string = stringOf(finding);
  return {
    key: keyOf(kind, string, suggestion),
    layer,
    kind: kind as FindingKind,
    severity,
    score,
    files,
    string,
    found,
    suggestion,
    why,
  };
}

function wholePage({ url, title }: KeptPage): ReviewItem {
  const name = title ?? url;
  return {
    key: stableId('text', WHOLE_PAGE, url),
    layer: 'L4',
    kind: WHOLE_PAGE,
    severity: 3,
    score: 1,
    files: false,
    string: name,
    found: name,
    suggestion: null,
    why: '',
  };
}
