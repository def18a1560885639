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

export const isTotalName = (cell: string): boolean => /^\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|汇\s*总)\s*[:：]?\s*$/.test(cell);

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
