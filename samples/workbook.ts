import { writeXlsx } from 'hucre/xlsx';
import { limitName } from '../src/core/limit.ts';
import { PLATFORM_NAMES, SITE_KIND_NAMES } from '../src/subjects/channel.ts';
import { COLUMN_CLASS_NAMES, columnName } from '../src/subjects/column.ts';
import type { Register } from '../src/subjects/register.ts';
import { UNIT_KIND_NAMES } from '../src/subjects/unit.ts';

/** Volumes by unit of one period, in the shape of the notice snapshot. */
export interface SampleVolumes {
  groups: readonly { name: string; rows: readonly { unit: string; submitted: number; approved: number; errors: number | null }[] }[];
}
type Cell = string | number | null;
type Sheet = readonly [name: string, head: readonly string[], rows: readonly (readonly Cell[])[]];

/**
 * The register as an office would hand it in: one workbook with the sheets of the import template.
 * What an import derives by itself (ids, groups of columns) is not written.
 */
export function registerWorkbook(register: Register, volumes: { period: string; data: SampleVolumes } | null): Promise<Uint8Array> {
  const unit = new Map(register.units.map((u) => [u.id, u.name]));
  const nameOf = (id: string): string => unit.get(id) as string;
  const sheets: Sheet[] = [
    [
      '单位',
      ['单位名称', '单位类别', '分组', '别名', '加挂牌子', '排序'],
      register.units.map((u) => [u.name, UNIT_KIND_NAMES[u.kind], u.group, u.aliases.join('、'), u.namePlates.join('、'), u.order]),
    ],
    [
      '网站',
      ['主办单位', '网站类别', '首页地址', '网站名称'],
      register.sites.map((s) => [nameOf(s.unitId), SITE_KIND_NAMES[s.kind], s.url, s.name]),
    ],
    [
      '栏目',
      ['主办单位', '栏目路径', '栏目地址', '栏目类别', '更新时限', '每年最少条数'],
      register.columns.flatMap((c) =>
        c.url === null || c.limit === null
          ? []
          : [[nameOf(c.unitId), columnName(c.path), c.url, COLUMN_CLASS_NAMES[c.class], limitName(c.limit), c.minimumPerYear]],
      ),
    ],
    [
      '新媒体账号',
      ['主办单位', '平台', '账号名称', '级别', '是否备案', '订阅地址'],
      register.accounts.map((a) => [nameOf(a.unitId), PLATFORM_NAMES[a.platform], a.name, a.level, '是', a.feedUrl]),
    ],
    [
      '信息量',
      ['单位名称', '期间', '报送数', '审发数', '错情'],
      volumes?.data.groups.flatMap((g) => g.rows.map((r) => [r.unit, volumes.period, r.submitted, r.approved, r.errors])) ?? [],
    ],
  ];
  const filled = sheets.filter(([, , rows]) => rows.length > 0);
  return writeXlsx({ sheets: filled.map(([name, head, rows]) => ({ name, rows: [[...head], ...rows.map((r) => [...r])] })) });
}
