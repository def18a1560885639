/** Words that name a population; two texts that share one speak of the same kind of thing. */
const POPULATIONS: readonly (readonly [string, RegExp])[] = [
  ['wechat', /微信(?!视频号)|公众号/],
  ['weibo', /微博/],
  ['douyin', /抖音/],
  ['channels', /视频号/],
  ['toutiao', /头条/],
  ['kuaishou', /快手/],
  ['people', /人民号/],
  ['app', /APP|客户端/i],
  ['account', /新媒体|账号|帐号/],
  ['institution-site', /事业单位网站/],
  ['site', /(?<!事业单位)网站|门户/],
  ['column', /栏目/],
  ['town', /乡镇|乡（镇）|镇（街道）|镇\(街道\)|乡\(镇\)|街道|镇街|各镇/],
  ['department', /县直|市直|区直|县级部门|市级部门|区级部门|县级单位|部门单位|部门(?!网站)/],
  ['link', /链接|死链|断链|错链/],
  ['application', /依申请/],
  ['document', /规范性文件|政策文件/],
];

/** The populations a text names. */
export function populationsOf(text: string): Set<string> {
  return new Set(POPULATIONS.flatMap(([name, words]) => (words.test(text) ? [name] : [])));
}

/** How a row of a table came out, told by a cell. */
export type Standing = 'pass' | 'clean' | 'fail';
const STANDINGS: readonly (readonly [Standing, RegExp])[] = [
  ['fail', /^(?:不合格|不达标|未达标|未通过|不通过|差|较差|单项否决|否决)$/],
  ['clean', /^(?:无问题|未发现问题|正常|优秀|优|良好)$/],
  ['pass', /^(?:合格|达标|已达标|通过|基本合格)$/],
];
export const standingOf = (cell: string): Standing | null => STANDINGS.find(([, words]) => words.test(cell.trim()))?.[0] ?? null;

/** What the words before a number say it counts: those that passed, those that failed, those with a problem, or all. */
export type Counted = 'pass' | 'fail' | 'problem' | 'all';
export function countedIn(words: string): Counted {
  if (/不合格|未达标|不达标|未通过|否决/.test(words)) return 'fail';
  if (/合格率|达标率|通过率/.test(words)) return 'all';
  if (/合格|达标|通过(?!第三方|监测|检查|抽查)/.test(words)) return 'pass';
  if (/存在.{0,8}问题|发现.{0,8}问题|问题/.test(words)) return 'problem';
  return 'all';
}

/** Rows that say nothing: an account a unit does not have. */
export const isBlankCell = (cell: string): boolean => /^[\s/／\\—–-]*$/.test(cell) || cell.trim() === '无';

/** 合计, 总 计, 乡镇小计: a row that sums others. */
export const isTotalName = (cell: string): boolean =>
  /^.{0,8}(?:合计|总计|小计|共计)(?:[（(].*[)）])?[:：]?$|^(?:总数|汇总|全[省市县区州旗])$/.test(cell.replace(/\s/g, ''));
export const isSubtotalName = (cell: string): boolean => /小计/.test(cell.replace(/\s/g, ''));
/** 平均, 平均分, 全县平均值: a row that averages others. */
export const isAverageName = (cell: string): boolean =>
  /^.{0,6}(?:平均|均值)(?:分|值|数|得分|水平|率)?[:：]?$/.test(cell.replace(/\s/g, ''));

/** The words say that not everything is listed. */
export const isPartial = (words: string): boolean => /部分|仅列|只列|节选|摘录|重点单位|典型|举例|……|\.{3,}|以上.{0,6}为例/.test(words);

/** Shared pairs of characters, as a share of the shorter text: how much two names speak of the same thing, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, two] = [pairs(a), pairs(b)];
  const least = Math.min(one.size, two.size);
  return least === 0 ? 0 : [...one].filter((pair) => two.has(pair)).length / least;
}

function pairs(text: string): Set<string> {
  const bare = text.replace(/[^\p{Script=Han}A-Za-z]/gu, '');
  const found = new Set<string>();
  for (let i = 0; i + 1 < bare.length; i += 1) found.add(bare.slice(i, i + 2));
  return found;
}
