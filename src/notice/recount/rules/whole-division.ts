import type { Stated } from '../figure.ts';
import { countedIn, populationsOf } from '../vocabulary.ts';

const AMONG = /^[\s，。]*(?:其中|包括|含)[:：，,]?/;

/** Two words that leave nothing between them. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^严重/, /^一般/],
  [/^电话/, /^(?:网络|非电话|互联网)/],
  [/^按[期时]/, /^(?:逾期|超期|超时)/],
  [/^有效/, /^无效/],
  [/^自然人/, /^法人/],
  [/以内/, /以上/],
];

/** Whether parts are of one division that leaves nothing out: platforms, groups of units, passed and failed, or a rest named 其他. */
export function isWhole(of: readonly Stated[]): boolean {
  const names = of.map(({ before, after }) => (before.replace(AMONG, '').trim() || after).replace(/^[（(]|[)）]$/g, ''));
  if (/^其他|^其它|^其余/.test(names.at(-1) ?? '')) return true;
  if (names.some((name) => /等$|重点|主要|优秀|典型|较/.test(name))) return false;
  const outcomes = new Set(names.map(countedIn));
  if (outcomes.has('pass') && outcomes.has('fail')) return true;
  if (names.length === 2 && OPPOSITES.some(([one, other]) => one.test(names[0] ?? '') && other.test(names[1] ?? ''))) return true;
  const populations = names.map((name) => [...populationsOf(name)]);
  const apart = populations.every((one) => one.length > 0) && new Set(populations.map(String)).size === names.length;
  // Towns and departments are all there is; of platforms some may be left unnamed, and an item may be on several.
  if (apart) return populations.flat().every((kind) => kind === 'town' || kind === 'department');
  const bare = names.map((name) => name.replace(/[^\p{Script=Han}]/gu, ''));
  const [first = ''] = bare;
  const shared = (cut: (name: string) => string): boolean => bare.every((name) => name.length >= 3 && cut(name) === cut(first));
  // 投诉类, 咨询类, 建议类: a classification.
  if (bare.length >= 3 && bare.every((name) => name.endsWith('类'))) return true;
  // Two that end alike may be counted of the same things: 市级采用, 省级采用.
  return bare.length >= 3 && new Set(bare).size === bare.length && (shared((name) => name.slice(0, 2)) || shared((name) => name.slice(-2)));
}
