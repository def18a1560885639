import type { ListState } from '../list/list-state.ts';
import type { FoundList } from '../list/read-list.ts';
import { crumbTail, isCrumb } from '../markup/crumb.ts';
import type { Layout } from '../markup/layout.ts';
import { squeeze } from '../markup/plain.ts';
import type { ArticleEvidence } from './article.ts';
import type { GuideReading } from './guide.ts';
import type { Head } from './metas.ts';

export const PAGE_KINDS = ['home', 'column-list', 'article', 'guide', 'other'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface KindSigns {
  layout: Layout;
  head: Head;
  evidence: ArticleEvidence;
  lists: readonly FoundList[];
  state: ListState;
  guide: GuideReading | null;
  url: string;
}

/** A line this long outside of links is body text. */
const BODY_LINE = 40;
/** With less running text than this a page headed by the name of its column holds no article. */
const SHORT_BODY = 300;
/** A list beside the main one has less than this share of its bulk. */
export const LIKE_BULK = 0.25;
/** A page at the root with fewer texts is a door or a challenge, no home page. */
const FEWEST_HOME_TEXTS = 12;
const MORE = /^[^\p{L}]*(?:更多|more)/iu;

/** What the page is to its reader. Structure decides; the address only helps where a page could be a home page. */
export function kindOf(signs: KindSigns): PageKind {
  const body = bodyLetters(signs);
  const article = headsColumn(signs) && body < SHORT_BODY ? 0 : articleScore(signs, body);
  const list = listScore(signs.lists[0]);
  if (article < 5 || list > article) {
    if (isPortal(signs, body)) return isColumn(signs) ? 'other' : 'home';
  }
  if (signs.guide !== null && article >= 3 && body > 150) return 'guide';
  if (article >= 4 && article >= list) return 'article';
  if (list >= 3 || (list >= 1 && article < 3)) return 'column-list';
  if (article >= 4 || (article >= 3 && list < 1)) return 'article';
  return isBareColumn(signs) || list > 0 ? 'column-list' : 'other';
}

/** The heading of the page is the name of its column, and entries stand below: no article has that title. */
function headsColumn({ layout, head, evidence, lists }: KindSigns): boolean {
  const { headline } = evidence;
  const [main] = lists;
  if (headline === null || main === undefined || (datedEntries(main) === 0 && !main.paged)) return false;
  const crumb = layout.lines.find(isCrumb);
  const names = [head.government.ColumnName, crumb === undefined ? null : crumbTail(crumb)];
  return names.some((name) => name != null && name !== '' && squeeze(name) === squeeze(headline.text));
}

function articleScore({ head, evidence }: KindSigns, body: number): number {
  let score = 0;
  const { article, seen, headline } = evidence;
  if (head.government.ArticleTitle) score += 3;
  if (head.named.get('og:type') === 'article') score += 2;
  if (seen?.rank === 3 && headline !== null) score += headline.score >= 4 ? 4 : 2;
  if (seen?.rank === 2 && headline !== null && headline.score >= 5) score += 3;
  if (seen?.rank === 1) score += 1;
  // Column names head their lists in the same way, but they are short.
  if (headline !== null && headline.score >= 7) score += squeeze(headline.text).length > 8 ? 3 : 1.5;
  if (article.dateSource === 'meta' || article.dateSource === 'script') score += 1.5;
  if (body > 100) score += 1.5;
  if (body > 1_500) score += 1;
  return score;
}

const datedEntries = ({ items }: FoundList): number =>
  items.filter(({ dateSource }) => dateSource === 'visible' || dateSource === 'inferred').length;

/** Dated entries count most, a pager confirms, a single undated handful hardly counts. */
function listScore(main: FoundList | undefined): number {
  if (main === undefined) return 0;
  const dated = datedEntries(main);
  const entries = dated >= 15 ? 6 : dated >= 5 ? 4.5 : dated >= 2 ? 3 : dated === 1 ? 2 : main.dated > 0 ? 1 : 0.5;
  return entries + (main.paged ? 3 : 0);
}

/** A page of several lists of like weight side by side, each with its 更多 link: a home page or the front of a section. */
function isPortal(signs: KindSigns, body: number): boolean {
  const { layout, lists, url } = signs;
  const [main] = lists;
  if (main?.paged === true || body >= 1_500) return false;
  const blocks = lists.filter((list) => list.items.length >= 2 && list.bulk >= LIKE_BULK * (main?.bulk ?? 0)).length;
  if (blocks >= 3) return true;
  if (isColumn(signs)) return false;
  const more = layout.leaves.filter((leaf) => leaf.text.length <= 8 && MORE.test(leaf.text)).length;
  return (blocks >= 1 && more >= 2) || (isRoot(url) && body < 600 && layout.leaves.length > FEWEST_HOME_TEXTS);
}

/** Inner pages name their column in a tag or in a breadcrumb; home pages leave the tag empty or call it 首页. */
function isColumn({ head, layout }: KindSigns): boolean {
  const column = squeeze(head.government.ColumnName ?? '');
  if (column !== '') return !/首页|主页/.test(column) && column !== squeeze(head.government.SiteName ?? '');
  return layout.lines.some(isCrumb);
}

function isRoot(url: string): boolean {
  return /^https?:\/\/[^/]+\/?(?:(?:index|default|main|home)\d*\.[a-z]{3,5})?(?:[?#].*)?$/i.test(url);
}

/** A column without entries: it says it is empty, or its entries come by script and it names itself. */
function isBareColumn(signs: KindSigns): boolean {
  return signs.state === 'empty' || (signs.state === 'script-built' && isColumn(signs));
}

/** Letters of running text. The summaries under the entries of a dated list belong to the list. */
function bodyLetters({ layout, lists }: KindSigns): number {
  const [main] = lists;
  const list = main !== undefined && datedEntries(main) >= 2 ? main : null;
  let letters = 0;
  for (const line of layout.lines) {
    if (line.text.length < BODY_LINE || (list !== null && line.from >= list.from && line.to <= list.to)) continue;
    const linked = layout.leaves.slice(line.from, line.to).reduce((sum, leaf) => sum + (leaf.anchor === null ? 0 : leaf.text.length), 0);
    if (linked < line.text.length * 0.3) letters += line.text.length;
  }
  return letters;
}
