import { isCrumb } from '../markup/crumb.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import { isControlText, type Survey } from './survey.ts';

/** Longest text that heads a list. */
const LONGEST = 14;
/** Leaves between heading and first entry: 更多>>, an icon letter. */
const REACH = 3;
const LEVELS = 8;
/** Titles of table columns and counts are no headings. */
const NO_HEADING = /标\s*题|名\s*称|日期|时间|序号|编号|文号|索引|部门|机构|主题|状态|分类|点击|浏览|条|页|[:：\d]/;

/**
 * The words that head a list (通知公告 above its entries), null without any. They must open the box they share with the list:
 * the last link of a menu that happens to stand before it does not.
 */
export function headingOf(box: Box, at: number, survey: Survey): string | null {
  const { leaves, lines } = survey.layout;
  for (let k = at - 1; k >= Math.max(0, at - REACH); k--) {
    const leaf = leaves[k];
    if (leaf === undefined || isCrumb(lines[leaf.line] as (typeof lines)[number])) return null;
    const text = squeeze(leaf.text);
    if (text.length < 2 || isControlText(text)) continue;
    return text.length <= LONGEST && !NO_HEADING.test(text) && opens(k, leaf.box, box) ? text : null;
  }
  return null;
}

function opens(k: number, leaf: Box, list: Box): boolean {
  let box: Box | null = leaf.parent;
  for (let up = 0; up < 3 && box !== null; up++, box = box.parent) if (/^h[1-6]$/.test(box.tag)) return true;
  let shared: Box | null = list;
  for (let up = 0; up < LEVELS && shared !== null && shared.from > k; up++) shared = shared.parent;
  return shared !== null && shared.parent !== null && shared.from <= k && shared.from >= k - 1;
}
