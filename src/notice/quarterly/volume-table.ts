import type { Attachment } from '../model.ts';
import type { VolumePart } from '../snapshot.ts';
import { type Cell, column, mergeRuns, type Table, type TableColumn, type TableRow } from '../table.ts';

type VolumeRow = VolumePart['groups'][number]['rows'][number];

/** Columns that hold submitted and approved items, to be summed for the text. */
export interface VolumeColumns {
  submitted: readonly string[];
  approved: readonly string[];
}

/** Two groups stand side by side, each ending where it ends; any other number of groups is one list under merged names. */
export function volumeAttachment(volumes: VolumePart, title: string): { attachment: Attachment; columns: VolumeColumns } {
  const [left, right] = volumes.groups;
  const split = left && right && volumes.groups.length === 2;
  const table: Table = {
    id: 'volumes-printed',
    orientation: 'portrait',
    ...(split ? sideBySide(left, right) : oneList(volumes)),
    notes: { label: '备注', items: [[{ text: `数据来源：${volumes.source}` }]] },
  };
  const keys = (name: string): string[] => (split ? [`left.${name}`, `right.${name}`] : [name]);
  return { attachment: { title, table }, columns: { submitted: keys('submitted'), approved: keys('approved') } };
}

function sideBySide(left: VolumePart['groups'][number], right: VolumePart['groups'][number]): Pick<Table, 'columns' | 'rows' | 'merges'> {
  const height = Math.max(left.rows.length, right.rows.length);
  const rows = Array.from({ length: height }, (_, i): TableRow => {
    const cells = { ...cellsOf('left.', left.rows[i]), ...cellsOf('right.', right.rows[i]) };
    return { id: `volumes/${i + 1}`, from: [], cells };
  });
  return { columns: [...columnsOf('left.', left.name, 27), ...columnsOf('right.', right.name, 33)], rows, merges: [] };
}

function oneList(volumes: VolumePart): Pick<Table, 'columns' | 'rows' | 'merges'> {
  const rows = volumes.groups.flatMap((group) =>
    group.rows.map(
      (row): TableRow => ({ id: `volumes/${group.name}/${row.unit}`, from: [], cells: { group: group.name, ...cellsOf('', row) } }),
    ),
  );
  const columns = [column('group', '类别', 26, { align: 'center' }), ...columnsOf('', '单位', 58)];
  return { columns, rows, merges: mergeRuns(rows, 'group', ['group']) };
}

function columnsOf(prefix: string, name: string, width: number): TableColumn[] {
  const number = { type: 'count', align: 'center' } as const;
  return [
    column(`${prefix}unit`, name, width),
    column(`${prefix}submitted`, '报送信息总数（条）', prefix === '' ? 26 : 17, number),
    column(`${prefix}approved`, '审发信息总数（条）', prefix === '' ? 26 : 17, number),
    column(`${prefix}errors`, '错情（处）', prefix === '' ? 20 : 14, number),
  ];
}

function cellsOf(prefix: string, row: VolumeRow | undefined): Record<string, Cell> {
  return {
    [`${prefix}unit`]: row?.unit ?? null,
    [`${prefix}submitted`]: row?.submitted ?? null,
    [`${prefix}approved`]: row?.approved ?? null,
    [`${prefix}errors`]: row?.errors ?? null,
  };
}
