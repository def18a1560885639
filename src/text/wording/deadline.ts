import type { Finding } from '../finding.ts';

/** 截止 before a day at the head of a clause, with a statement behind it: 截至 is meant (截止 ends, 截至 reaches). 截止到 may stay. */
const CLAUSE =
  /(?<=^|[。；，、：（(\s])截止(?=(?:\d{2,4}年|去年|今年|本年|上年|当前|目前|目前为止|现在|今日|\d{1,2}月|[一二三四五六七八九十]{1,2}月|年底|月底|上?半年)[^。；]{0,24}[，,])/g;

/** 截止6月底，全县共完成… → 截至. A deadline (报名截止6月30日) is left alone. */
export function readDeadlines(block: string): Finding[] {
  if (!block.includes('截止')) return [];
  return Array.from(block.matchAll(CLAUSE), ({ index }) => ({
    start: index,
    end: index + 2,
    found: '截止',
    suggestion: '截至',
    layer: 'L1',
    kind: 'wrong-word',
    severity: 4,
    score: 0.7,
    files: false,
    why: '“截止”是到期停止，后面接日期说明进展时用“截至”。',
  }));
}
