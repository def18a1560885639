import type { Layout, Line } from '../markup/layout.ts';
import { type Box, walk } from '../markup/tree.ts';

/** What became of the list of a page: read, empty and saying so, built by a script we do not run, or not read although the page opened. */
export const LIST_STATES = ['items', 'empty', 'unreadable', 'script-built'] as const;
export type ListState = (typeof LIST_STATES)[number];

/** How an empty column says so. */
const EMPTY_WORDS =
  /(?:暂时?(?:没有?|无)|目前(?:没有|暂?无)|(?:此|该|本)(?:栏目|频道|分类)(?:下)?(?:暂?无|没有|暂?未)|没有(?:找到|查询到|检索到|相关|任何|更多|符合|数据|信息|内容|记录|文章)|暂未(?:发布|更新|添加|开通|公开|上传)|^无(?:数据|信息|内容|记录)[!！。.]?$|未(?:找到|查询到|检索到)|(?:正在|尚在)?建设中|敬请期待|no\s+(?:data|records?|results?))/i;
const ZERO_COUNT = /共\s*0\s*(?:条|页|篇|个)|0\s*条(?:记录|信息|数据)|(?:总数|记录数|总计|条数)\s*[:：]?\s*0(?!\d)/;
/** Longer lines are sentences of an article, where the same words mean something else. */
const LONGEST_NOTE = 40;

/** Markup of client-side templates: placeholders a browser would fill. */
const PLACEHOLDER = /\{\{[^{}]{1,80}\}\}|\$\{[\w.]{1,60}\}|<%[=#]/;
const TEMPLATE_ATTRIBUTES = ['v-for', 'v-bind:key', ':key', 'ng-repeat', 'data-ng-repeat', 'ms-repeat', 'x-for', 'wx:for'];
const APP_ROOT = /^(?:app|root|__next|__nuxt)$/;
/** Calls by which content systems fetch the entries of a list. */
const LIST_CALL =
  /dataproxy|morecolumndataproxy|unitbuild|getNewsList|getArticleList|queryList|pageList|loadList|listData|getPageData|channelList|searchList|infoList|docList|\/api\/\S{0,60}list|interface\/\S{0,60}list|\.jpage\(/i;
const ANY_CALL = /\$\.(?:ajax|get|post|getJSON)\s*\(|axios[.(]|\bfetch\s*\(|XMLHttpRequest|layui\.use|new Vue\(|createApp\(/;
/** A page with fewer visible letters than this and scripts is a shell. */
const SHELL_LETTERS = 150;
const LIST_NAME = /list|news|con|main|content|xxgk|zw|gl/i;

/** Lines that say a list is empty. */
export function emptyNotes({ lines }: Layout): Line[] {
  return lines.filter((line) => line.text.length <= LONGEST_NOTE && (EMPTY_WORDS.test(line.text) || ZERO_COUNT.test(line.text)));
}

/**
 * Decides what it means that no entry was read. In doubt the page is 'unreadable' or 'script-built', never 'empty':
 * calling a column empty accuses its owner.
 */
export function stateWithoutItems(layout: Layout): Exclude<ListState, 'items'> {
  const scripts = layout.scripts.map(({ box }) => (box.kids[0]?.text ?? '').slice(0, 100_000));
  const structure = readStructure(layout.root);
  if (structure.template || layout.leaves.some((leaf) => leaf.text.length < 200 && PLACEHOLDER.test(leaf.text))) return 'script-built';
  const saysEmpty = emptyNotes(layout).length > 0;
  const listCall = scripts.some((text) => LIST_CALL.test(text));
  const note = saysEmpty && !structure.hiddenNote;
  if (note && !listCall) return 'empty';
  const letters = layout.leaves.reduce((sum, leaf) => sum + leaf.text.length, 0);
  if (listCall || structure.appRoot || (letters < SHELL_LETTERS && layout.scripts.length > 0)) return 'script-built';
  if (structure.namedTarget && scripts.some((text) => ANY_CALL.test(text))) return 'script-built';
  return structure.emptyList && !structure.namedTarget && isStatic(layout, scripts) ? 'empty' : 'unreadable';
}

/** No script is left that could fill a list: a pager printed with its numbers proves a finished page, else all scripts must be usual libraries. */
function isStatic(layout: Layout, scripts: readonly string[]): boolean {
  if (scripts.some((text) => STATIC_PAGER.test(text))) return true;
  if (scripts.some((text) => ANY_CALL.test(text))) return false;
  return layout.scripts.every(({ box }) => box.attributes.src === undefined || LIBRARY.test(box.attributes.src));
}
const STATIC_PAGER = /createPageHTML\s*\(\s*\d|Pager\s*\(\s*\{[^}]{0,80}size\s*:\s*\d/;
const LIBRARY =
  /jquery|bootstrap|swiper|slide|superslide|layer|common|public|base|head|foot|nav|menu|search|share|wza|count|stat|analy|respond|html5|tab|scroll|lazy|wow|animate/i;

interface Structure {
  template: boolean;
  appRoot: boolean;
  /** An empty list element without an id: a template loop that ran over nothing. */
  emptyList: boolean;
  /** An empty list element with an id: where a script puts its entries. */
  namedTarget: boolean;
  /** The words of emptiness stand in a hidden box, kept for a script to show. */
  hiddenNote: boolean;
}

function readStructure(root: Box): Structure {
  const seen: Structure = { template: false, appRoot: false, emptyList: false, namedTarget: false, hiddenNote: false };
  for (const box of walk(root)) {
    const { attributes } = box;
    if (TEMPLATE_ATTRIBUTES.some((name) => name in attributes)) seen.template = true;
    if (
      box.tag === 'script' &&
      /text\/(?:html|x-template|template|x-handlebars)/.test(attributes.type ?? '') &&
      /<li|<tr|<a /.test(box.kids[0]?.text ?? '')
    ) {
      seen.template = true;
    }
    if (box.tag === 'div' && APP_ROOT.test(attributes.id ?? '') && box.to === box.from) seen.appRoot = true;
    if (/^(?:ul|ol|tbody|dl)$/.test(box.tag) && box.to === box.from) {
      if (attributes.id !== undefined && attributes.id !== '') seen.namedTarget = true;
      else if (looksLikeList(box)) seen.emptyList = true;
    }
    if (/display\s*:\s*none/i.test(attributes.style ?? '') && box.kids.some((kid) => kid.tag === '#text' && EMPTY_WORDS.test(kid.text)))
      seen.hiddenNote = true;
  }
  return seen;
}

function looksLikeList(box: Box): boolean {
  const names = [box, box.parent, box.parent?.parent].map((b) => b?.attributes.class ?? '').join(' ');
  return LIST_NAME.test(names) && !/nav|menu|foot|side|link|tab/i.test(names);
}
