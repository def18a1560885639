import { isCrumb } from '../markup/crumb.ts';
import type { Box } from '../markup/tree.ts';
import type { Group } from './groups.ts';
import { type Survey, within } from './survey.ts';

/** Names that templates give to what is not the column's own list. */
const FRAME =
  /(?:^|[\s_-])(?:nav|menu|footer?|header|crumbs?|bread\w*|location|position|friend\w*|links|friendlinks?|yqlj|pager|paging|fenye|login|search|share)(?:$|[\s_-])/i;
const BESIDE = /(?:^|[\s_-])(?:aside|sidebar|side|hot|rank\w*|recommend\w*|tuijian|related|relate|xg\w{0,4}|guess|ad|ads)(?:$|[\s_-])/i;
const BESIDE_HEADING = /热门|热点|推荐|相关|排行|点击|猜你|友情|最近浏览|最新(?:发布|更新|信息|文章)|看过/;
const PAGER_TEXT = /下一?页|尾页|末页|最后一页|共\s*\d+\s*[页条]|第\s*\d+\s*[/页]|\d+\s*条记录/;
const PAGER_SCRIPT = /createPageHTML|Pager\s*\(|laypage|createPage|\.pagination\(|\.jpage\(|pageDiv|showPage/i;
/** How many texts behind a list its pager may begin. */
export const PAGER_REACH = 25;
const MOST_PAGERS = 40;

/** Where the parts of the page are that tell a column's list from the lists beside it. */
export interface Signs {
  /** First leaf behind the breadcrumb (当前位置：首页 > …), 0 without one. */
  crumb: number;
  /** Leaves at which a pager begins. */
  pagers: readonly number[];
}

export function readSigns(survey: Survey): Signs {
  const { leaves, scripts, lines } = survey.layout;
  const crumb = lines.find(isCrumb);
  const pagers = leaves.flatMap((leaf, i) => (leaf.text.length < 60 && PAGER_TEXT.test(leaf.text) ? [i] : []));
  for (const { box, at } of scripts) if (PAGER_SCRIPT.test(box.kids[0]?.text.slice(0, 4_000) ?? '')) pagers.push(at);
  return { crumb: crumb?.to ?? 0, pagers: pagers.slice(0, MOST_PAGERS) };
}

/**
 * How likely a group is the page's main list. Long titles with dates weigh, menus hardly do; names and headings of frame parts
 * divide, a pager right behind multiplies, standing before the breadcrumb divides.
 */
export function weigh(group: Group, survey: Survey, signs: Signs): number {
  let sum = 0;
  for (const record of group.records) {
    const letters = Math.min(within(survey.letters, record.from, record.to), 40);
    sum += letters * (within(survey.dates, record.from, record.to) > 0 ? 1 : 0.12);
  }
  const first = group.records[0]?.from ?? 0;
  const last = group.records[group.records.length - 1]?.to ?? 0;
  if (signs.crumb > first) sum *= 0.4;
  if (signs.pagers.some((at) => at >= last && at <= last + PAGER_REACH)) sum *= 2;
  if (BESIDE_HEADING.test(headingBefore(first, survey))) sum *= 0.1;
  return sum * frameFactor(group.box);
}

function headingBefore(at: number, survey: Survey): string {
  const text = survey.layout.leaves[at - 1]?.text ?? '';
  return text.length <= 12 ? text : '';
}

function frameFactor(inner: Box): number {
  let box: Box | null = inner;
  for (let up = 0; up < 40 && box !== null; up++, box = box.parent) {
    const names = `${box.attributes.class ?? ''} ${box.attributes.id ?? ''}`;
    if (box.tag === 'nav' || box.tag === 'footer' || FRAME.test(names)) return 0.25;
    if (box.tag === 'aside' || BESIDE.test(names)) return 0.4;
  }
  return 1;
}
