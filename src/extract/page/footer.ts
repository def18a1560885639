import type { Layout } from '../markup/layout.ts';
import { halfWidth } from '../markup/plain.ts';
import { type Box, walk } from '../markup/tree.ts';

/** 网站标识 at the foot of a page, blanks removed; null = not shown. */
export interface FooterReading {
  /** 政府网站标识码: ten digits, or bm and eight digits for ministries. */
  siteIdCode: string | null;
  /** ICP 备案编号 as shown. */
  icp: string | null;
  /** 公安机关备案号 as shown. */
  police: string | null;
  /** 主办单位 as labelled. */
  organiser: string | null;
  /** Whom a reader takes for the host: the organiser, else the named owner of the rights (版权所有：…). */
  host: string | null;
  /** 政府网站找错: a link or picture that leads to the national error report form. */
  errorReportEntry: boolean;
}

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蜀黔滇陇秦港澳台]';
const SITE_ID = /标识编?码?\s*(?:号|为)?\s*[:]?\s*(bm\d{8}|\d(?:\s?\d){9})(?!\s?[\d-])/i;
/** Marks that stand in the words of a picture or link only. */
const MARK_WORDS = /标识编?码|ICP\s*备|公网\s*安备/i;
const ICP_NUMBER = '\\d{5,10}\\s*号?(?:\\s*-\\s*\\d{1,3})?';
const ICP = new RegExp(`${PROVINCE}\\s*ICP\\s*备\\s*:?\\s*(?:第)?\\s*${ICP_NUMBER}`, 'i');
const ICP_LICENCE = new RegExp(
  `${PROVINCE}\\s*(?:ICP\\s*证\\s*(?:第)?\\s*${ICP_NUMBER}|[AB]\\d?\\s*-\\s*\\d{8}(?:\\s*-\\s*\\d{1,3})?)`,
  'i',
);
const POLICE = new RegExp(`${PROVINCE}\\s*公?网?\\s*公?安网?备案?\\s*(?:号)?\\s*:?\\s*(?:第)?\\s*\\d{11,14}\\s*号?`);
const POLICE_LABELLED = /(?:公安|网警|网安|公网安)(?:机关|联网|网)?备案?(?:编?号)?\s*:?\s*(\d{13,14}\s*号?)/;
const ORGANISER = /主\s*办\s*(?:单\s*位|方|机关)?\s*[:]\s*(.*)$/;
const ORGANISER_CELL = /^主\s*办\s*(?:单\s*位|方|机关)?$/;
const OWNER = /版权所有(?:者)?\s*:\s*(.*)$/;
/** What may follow a name on its line: another label, the record numbers, or links of the foot. */
const NEXT_PART =
  /\s*(?:[|·;。，,]|\s(?=\S{2,8}\s*:)|(?:承\s*办|协\s*办|主\s*管|建设|技术|运行|运维|维护|联系|地\s*址|电\s*话|邮\s*[编箱]|传\s*真|网\s*址|网站|备案|版权|标识|开发|制作|管理)[^\s:]{0,8}\s*:|\s(?:联系我们|网站地图|关于我们|隐私|copyright|all rights|©)|\S?ICP|\S?公网).*$/i;
const ERROR_REPORT = /pucha\.kaipuyun\.cn|zfwzgl\.www\.gov\.cn|jiucuo|errorinfo|ErrorReport|wzjc/i;
/** Lines counted from the end in which a footer begins at the latest. */
const FOOT_LINES = 80;
const LONGEST_LINE = 800;

/** Reads the foot of the page from its last lines upward. */
export function readFooter(layout: Layout): FooterReading {
  const lines = layout.lines.slice(-FOOT_LINES).map((line) => halfWidth(line.text.slice(0, LONGEST_LINE)));
  // What is written out counts before the words of a picture.
  const foot = `${markWords(layout.root)}\n${lines.join('\n')}`;
  const organiser = lastNamed(lines, ORGANISER);
  return {
    siteIdCode: lastOf(foot, SITE_ID, 1)?.toLowerCase().replace(/\s/g, '') ?? null,
    icp: compact(lastOf(foot, ICP, 0) ?? lastOf(foot, ICP_LICENCE, 0))?.replace(':', '') ?? null,
    police: compact(lastOf(foot, POLICE, 0) ?? lastOf(foot, POLICE_LABELLED, 1))?.replace(':', '') ?? null,
    organiser,
    host: organiser ?? lastNamed(lines, OWNER)?.replace(/(?:门户)?网站?$/, '') ?? null,
    errorReportEntry: hasErrorReport(layout.root),
  };
}

function lastOf(text: string, pattern: RegExp, group: number): string | null {
  let last: string | null = null;
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) last = match[group] ?? last;
  return last;
}

function lastNamed(lines: readonly string[], label: RegExp): string | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as string;
    const rest = label === ORGANISER && ORGANISER_CELL.test(line) ? '' : label.exec(line)?.[1];
    if (rest === undefined) continue;
    const value = (rest.trim() === '' ? (lines[i + 1] ?? '').replace(/^\s*:\s*/, '') : rest).replace(NEXT_PART, '').replace(/\s/g, '');
    if (/^[\u4e00-\u9fff][\u4e00-\u9fff()、\-—\w]{2,60}$/.test(value)) return value;
  }
  return null;
}

function compact(text: string | null): string | null {
  return text === null ? null : text.replace(/\s/g, '');
}

function markWords(root: Box): string {
  const words: string[] = [];
  for (const { attributes } of walk(root)) {
    for (const text of [attributes.alt, attributes.title])
      if (text !== undefined && text.length < 80 && MARK_WORDS.test(text)) words.push(halfWidth(text));
  }
  return words.slice(-FOOT_LINES).join('\n');
}

function hasErrorReport(root: Box): boolean {
  for (const box of walk(root)) {
    const { href, src, onclick, alt, title } = box.attributes;
    if (box.tag === 'a' && ERROR_REPORT.test(`${href ?? ''} ${onclick ?? ''}`)) return true;
    if (box.tag === 'script' && src !== undefined && /jiucuo|find_?err/i.test(src)) return true;
    if (box.tag === 'img' && /找错|纠错/.test(`${alt ?? ''}${title ?? ''}`)) return true;
    // An entrance in words is one, wherever it leads: whether it leads right is for a person to see.
    if (box.tag === 'a' && box.kids.some((kid) => kid.tag === '#text' && /政府网站找错/.test(kid.text))) return true;
  }
  return false;
}
