/** A number in running text that reads like a stated figure. */
export interface StatedNumber {
  quote: string;
  value: number;
  unit: string;
  /** Words before it in the same clause, to tell what is counted. */
  before: string;
}

/** Measure words of counts in notices, and percent signs. 年 月 日 号 are not: those are dates and numbers of documents. */
const UNITS = '家|个百分点|个|条|件|次|处|项|人|名|篇|户|宗|起|份|期|位|千米|％|%|万';
const NUMBER = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${UNITS})`, 'gu');
/** Chinese numerals only before the measure words of units and items; 一 is mostly no number. */
const CHINESE = /([一二两三四五六七八九十百千零]{2,9}|[二两三四五六七八九十])(家|条|件)/gu;
/** A demand, not a claim about the period: 每周不少于1次. */
const DEMAND = /(不少于|不低于|不超过|不得超过|至少|最多|每[年月周日天季]度?|[满超]过)[^，。；]{0,6}$/u;
/** Quoted names, titles, document numbers and dates hold digits that count nothing. */
const NOT_CLAIMS = /《[^》]*》|〔\d{4}〕\d+号|“[^”]*”|\d{1,4}年(?=\d|[^\d])(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{1,2}月份?/gu;

/** Finds what reads like a stated figure in a piece of text. Full-width digits and signs are read as usual ones. */
export function statedNumbers(text: string): StatedNumber[] {
  const plain = text.normalize('NFKC').replace(NOT_CLAIMS, (hit) => '〇'.repeat(hit.length));
  const found: StatedNumber[] = [];
  for (const pattern of [NUMBER, CHINESE]) {
    for (const match of plain.matchAll(pattern)) {
      const before =
        plain
          .slice(0, match.index)
          .split(/[。；;：:]/u)
          .at(-1) ?? '';
      if (DEMAND.test(before)) continue;
      const [quote = '', digits = '', unit = ''] = match;
      found.push({ quote, value: pattern === NUMBER ? Number(digits) : chineseValue(digits), unit, before });
    }
  }
  return found;
}

/** 三十六 → 36, 一百二十 → 120; as far as counts in notices go. */
function chineseValue(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (unit === undefined) digit = '零一二三四五六七八九'.indexOf(char === '两' ? '二' : char);
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
