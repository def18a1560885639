import { isCrumb } from '../markup/crumb.ts';
import type { Layout } from '../markup/layout.ts';
import { columnNameOf } from './column-name.ts';
import { addressIn } from './outline.ts';

/** One step of a breadcrumb; `url` null where it is no link. */
export interface TrailStep {
  name: string;
  url: string | null;
}

const LEADER = /^.{0,6}?(?:位置|栏目)\s*[:：]?\s*/;
const SEPARATOR = /\s*(?:-+>|[>＞»›→➔\\]|::|&gt;|\s[-/|]\s|^[-/|]|[-/|]$)\s*/;

/**
 * The breadcrumb of a page without home page and 正文: 首页 > 政务公开 > 通知公告 → 政务公开, 通知公告. Empty without one.
 * `resolve` makes addresses absolute, null for none of this site.
 */
export function readTrail(layout: Layout, resolve: (href: string) => string | null): TrailStep[] {
  const line = layout.lines.find(isCrumb);
  if (line === undefined) return [];
  const steps: TrailStep[] = [];
  for (const leaf of layout.leaves.slice(line.from, line.to)) {
    const { anchor } = leaf;
    const texts = anchor === null ? leaf.text.replace(LEADER, '').split(SEPARATOR) : [leaf.text];
    for (const text of texts) {
      const name = columnNameOf(text ?? '');
      if (name !== '') steps.push({ name, url: anchor === null ? null : resolve(addressIn(anchor)) });
    }
  }
  while (steps.length > 0 && /^(?:信息|文章|详细)?(?:正文|列表|内容|详情|信息)(?:页|列表)?$/.test((steps.at(-1) as TrailStep).name))
    steps.pop();
  return steps;
}
