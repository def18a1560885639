import type { Sheet } from './schema.ts';

/**
 * 检查指标的名称 by the key that results carry (`langxi-2022@1+national-2019@1`): that of the first sheet it was made of, with its
 * version where another one is shipped now. null: this program ships no such sheet.
 */
export function sheetTitle(sheets: readonly Pick<Sheet, 'id' | 'name' | 'version'>[], key: string): string | null {
  const [, id = '', version = ''] = /^([^@/+]+)[@/](\d+)/u.exec(key) ?? [];
  const known = sheets.find((sheet) => sheet.id === id);
  if (!known) return null;
  return known.version === Number(version) ? known.name : `${known.name}（第${version}版）`;
}
