import { MingchaError } from '../core/error.ts';
import type { Measure, Volume } from './volume.ts';

/** A sum that says of whom (seeds D03): two offices that count different populations state different totals. */
export interface Total {
  measure: Measure;
  /** 39个乡镇; 39个乡镇（2个未报数）. */
  population: string;
  units: number;
  /** null when no unit reported a figure. */
  value: number | null;
  /** Units without a figure, in table order. */
  missing: readonly string[];
}

/** Groups in the order in which the table first names them. */
export function groupsOf<V extends { group: string }>(rows: readonly V[]): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const members = groups.get(row.group);
    if (members) members.push(row);
    else groups.set(row.group, [row]);
  }
  return groups;
}

function populationOf(rows: readonly Volume[], missing: number): string {
  const groups = [...groupsOf(rows)].map(([group, members]) => `${members.length}个${group}`).join('、');
  return missing > 0 ? `${groups}（${missing}个未报数）` : groups;
}

/** Total of one measure over the rows given. */
export function totalOf(rows: readonly Volume[], measure: Measure): Total {
  const known = rows.flatMap((row) => row[measure] ?? []);
  const missing = rows.filter((row) => row[measure] === null).map(({ unit }) => unit);
  return {
    measure,
    population: populationOf(rows, missing.length),
    units: rows.length,
    value: known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0),
    missing,
  };
}

/** Totals of each group and of all. */
export function totalsByGroup(rows: readonly Volume[], measure: Measure): { groups: readonly (Total & { group: string })[]; all: Total } {
  const groups = [...groupsOf(rows)].map(([group, members]) => ({ group, ...totalOf(members, measure) }));
  return { groups, all: totalOf(rows, measure) };
}

/** 表外: what the portal counts beyond the table, as its own line (seeds D06). */
export interface AgainstTable {
  portalTotal: number;
  inTable: number;
  outside: number;
  /** 表内1088条（39个乡镇、33个县级部门），表外1043条. */
  text: string;
}

/**
 * The portal's own total against the sum of the table.
 * @throws bad-input for a total that is no count; refused when the table holds more than the portal counts, or has no figures: then one of the two is wrong.
 */
export function againstTable(portalTotal: number, table: Total): AgainstTable {
  const inTable = table.value;
  if (!Number.isSafeInteger(portalTotal) || portalTotal < 0)
    throw new MingchaError('bad-input', `门户网站总数“${portalTotal}”不是条数`, '请填写 0 或正整数');
  if (inTable === null) throw new MingchaError('refused', '表中没有任何单位报数，不能与门户网站总数核对', '请先导入各单位数据');
  if (inTable > portalTotal)
    throw new MingchaError(
      'refused',
      `门户网站总数${portalTotal}条小于表内合计${inTable}条（${table.population}）`,
      '请核对门户网站总数或各单位数据',
    );
  const outside = portalTotal - inTable;
  return { portalTotal, inTable, outside, text: `表内${inTable}条（${table.population}），表外${outside}条` };
}
