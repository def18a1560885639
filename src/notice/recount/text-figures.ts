import type { NoticeText } from './document.ts';
import type { Stated } from './figure.ts';
import { chineseNumber, halfWidth } from './numbers.ts';

const UNITS = '个百分点|百分点|人次|篇次|条次|场次|家|个|条|件|项|篇|户|处|份|名|起|批|类|种|场|宗|次|例|封|期|位|人|分|元|%';
const NUMBER = new RegExp(
  `(约|近|超过?|逾|共计?)?(?<![\\d.〔第]|\\d[-—–~～至])(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?(万|亿)?\\s*(余|多)?\\s*(${UNITS})(?!月(?!报)|工作日|季度|小时|星期|学时|自然日|度)`,
  'g',
);
const CHINESE =
  /(?<![第一二三四五六七八九十百〇零])([二两三四五六七八九十百][一二三四五六七八九十百]*)(大(?=领域|类|板块|任务|行动|平台|重点|工程)|家|个|项|条|种|类|名|份|篇)(?!月|季|方面|是|年|化|人|工作日)/g;
/** A number that only names something. */
const NAMED = /(?:第|〔\d{4}〕|\(\d{4}\)|热线|电话|传真|QQ|编号|国办发|\d[-—–~～至])\s*$/;

/** Every figure of the running text, in reading order. */
export function textFigures(notice: NoticeText): Stated[] {
  return notice.paragraphs.flatMap(({ block, text }) => figuresOf(block, text));
}

function figuresOf(block: number, text: string): Stated[] {
  const plain = halfWidth(text);
  const found: Stated[] = [];
  for (const match of plain.matchAll(NUMBER)) {
    const [whole, hedge = '', digits = '', part = '', times, more, unit = ''] = match;
    const lead = hedge.length + (whole.slice(hedge.length).match(/^\s*/)?.[0].length ?? 0);
    const start = match.index + lead;
    if (NAMED.test(plain.slice(0, start))) continue;
    // Money is counted in 万元 and 亿元 as printed; 4.5万人次 says itself that it is not exact.
    const money = unit === '元';
    const size = money ? 1 : times === '万' ? 10_000 : times === '亿' ? 100_000_000 : 1;
    const value = Number(`${digits.replace(/,/g, '')}${part ? `.${part}` : ''}`) * size;
    const exact = !['约', '近', '超', '超过', '逾'].includes(hedge) && more === undefined;
    found.push(
      stated(block, text, start, match.index + whole.length, {
        value,
        decimals: part.length,
        unit: money ? `${times ?? ''}${unit}` : unit,
        approximate: !exact || size > 1,
      }),
    );
  }
  for (const match of plain.matchAll(CHINESE)) {
    const value = chineseNumber(match[1] as string);
    if (value === null || value < 2 || /[前后末第]$/.test(plain.slice(0, match.index))) continue;
    const unit = match[2] as string;
    found.push(stated(block, text, match.index, match.index + match[0].length, { value, decimals: 0, unit, approximate: false }));
  }
  return found.sort((a, b) => startOf(a) - startOf(b));
}

export const startOf = ({ place }: Stated): number => (place.in === 'text' ? place.start : 0);

function stated(
  block: number,
  text: string,
  start: number,
  end: number,
  is: Pick<Stated, 'value' | 'decimals' | 'unit' | 'approximate'>,
): Stated {
  const from = Math.max(...['。', '；', '！', '？', '\n', '●'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const ends = ['。', '；', '！', '？', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  const to = ends.length > 0 ? Math.min(...ends) : text.length;
  const clauseFrom = Math.max(from, ...['，', '、', ',', '：', '（', '('].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const rest = text.slice(end, to);
  return {
    id: `t${block}.${start}`,
    kind: is.unit === '%' ? 'rate' : 'count',
    quote: text.slice(start, end).trim(),
    ...is,
    place: { in: 'text', block, start, end },
    before: text.slice(clauseFrom, start),
    after: rest.slice(0, Math.max(0, rest.search(/[，、,：]|$/))),
    sentence: text.slice(from, to).trim(),
  };
}
