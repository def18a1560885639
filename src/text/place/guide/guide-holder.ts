/** Whose address or telephone a guide speaks of: the unit's, the shared hall's, or somebody's that no record compares. */
export type Holder = 'own' | 'hall' | 'other';

const WORDS: readonly (readonly [Holder, RegExp])[] = [
  [
    'other',
    /档案馆|图书馆|查阅[点室]|查阅场所|监督|投诉|举报|复议|诉讼|监察|纪委|法院|12345|热线|技术支持|申请人|版权所有|主办单位|上级|主管部门/g,
  ],
  ['hall', /政务服务(?:大厅|厅|中心)|行政服务(?:大厅|中心)|政务(?:大厅|中心)|便民服务(?:中心|大厅)|办事大厅/g],
  ['own', /受理机构|本机关|本单位|本[局委办院镇乡街]|我[局委办院镇乡]|工作机构|公开机构/g],
];

/** The holder a stretch of text names last; null when it names none. */
export function holderIn(text: string): Holder | null {
  let found: Holder | null = null;
  let last = -1;
  for (const [holder, words] of WORDS) for (const { index } of text.matchAll(words)) if (index >= last) [found, last] = [holder, index];
  return found;
}

const HEADING = /^\s*(?:第?[一二三四五六七八九十]+[、章节]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}\s*[、.．](?!\d))/;
export const isHeading = (line: string): boolean => HEADING.test(line) && line.trim().length <= 40;

/** A short line by itself that only names somebody: the lines under it are about them. */
export const isNameLine = (line: string): boolean => line.trim().length <= 30 && !/[。；;，,]/.test(line);
