import { chineseNumber } from './numbers.ts';

/** Names set in a row: 甲、乙、丙; the last may follow 和 or 及, quotes do not belong to a name. */
export function namesIn(text: string): string[] {
  return text
    .replace(/[“”"「」《》]/g, '')
    .split(/[、，,]|(?:以及|及|和)(?=[\p{Script=Han}]{2,}$)/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** 五, 5, 末5 … the length a list says it has. */
export const lengthOf = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : chineseNumber(text));

/** The same unit under a longer and a shorter name: 县水利局 and 水利局, 大桥镇 and 大桥镇政府, 高新区 and 高新区管委会. */
export function sameName(a: string, b: string): boolean {
  const [one, two] = [bare(a), bare(b)];
  if (one === two) return true;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return short.length >= 2 && (long.startsWith(short) || long.endsWith(short)) && long.length - short.length <= 6;
}

const bare = (name: string): string =>
  name
    .replace(/[（(].*?[)）]/g, '')
    .replace(/\s/g, '')
    .replace(/^[省市县区](?=.{2,})/, '')
    .replace(/(?:人民政府|政府)$/, '');
