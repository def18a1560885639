/** One thing that narrows a list, as its page names it: what, and which; null where it narrows nothing. */
export type Filter = readonly [name: string, value: string | null | undefined];

/** What a workbook's list was narrowed to, in one line: who opens the file later sees whether it is the whole list. */
export function filterNote(filters: readonly Filter[]): string {
  const set = filters.filter(([, value]) => value);
  return `筛选条件：${set.map(([name, value]) => `${name}“${value}”`).join('，') || '无，全部列出'}`;
}

/** The names of some of the things a list can be narrowed to; null where it is narrowed to none of them. */
export const namesOf = (ids: readonly string[], choices: readonly { id: string; name: string }[]): string | null =>
  ids.map((id) => choices.find((one) => one.id === id)?.name ?? id).join('、') || null;
