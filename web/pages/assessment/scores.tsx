import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select, Table, type TableColumnsType } from 'antd';
import type { assessmentFile } from '../../../src/contract/endpoints/assessment-file.ts';
import type { assessmentYear } from '../../../src/contract/endpoints/assessment-year.ts';
import { OFFICE, OVERSEERS } from '../../../src/contract/who.ts';
import { listedScores } from '../../../src/core/lists/scores.ts';
import { addressOf, call } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { dayInWords } from '../../parts/format.ts';
import { Unready } from '../../parts/unready.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { useAssessment } from './address.ts';
import { EntriesDrawer } from './entries-drawer.tsx';
import { Stage } from './stage.tsx';
import { marks, type UnitRow, type YearScores } from './types.ts';

/** 得分: units × items; every figure opens the entries behind it. */
export function ScoresView({ areaId, year }: { areaId: string; year: number }) {
  const { search, change, openEntries } = useAssessment();
  const narrow = useNarrow();
  const { data, error, refetch } = useQuery({
    queryKey: ['assessment', areaId, year],
    queryFn: ({ signal }) => call<typeof assessmentYear>('/api/areas/:areaId/assessment/:year', { areaId, year }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="得分" />;
  const groups = [...new Set(data.units.map(({ group }) => group))];
  const words = search.q?.trim() ?? '';
  const narrowing = { group: search.group, q: words || undefined };
  const rows = listedScores(data.units, narrowing);
  const file = addressOf<typeof assessmentFile>('/api/areas/:areaId/assessment/:year/scores.xlsx', { areaId, year, ...narrowing });
  return (
    <>
      <Stage areaId={areaId} data={data} />
      <div className="text-states">
        {data.units.length > 1 && (
          <>
            <Select
              aria-label="分组"
              value={search.group ?? ''}
              options={[{ value: '', label: '全部分组' }, ...groups.map((group) => ({ value: group, label: group }))]}
              popupMatchSelectWidth={false}
              onChange={(group) => change({ group: group || undefined })}
            />
            <Input.Search
              aria-label="单位名称"
              placeholder="单位名称"
              allowClear
              defaultValue={words}
              onSearch={(q) => change({ q: q.trim() || undefined })}
              style={{ width: 200 }}
            />
          </>
        )}
        <button type="button" className="plain" onClick={() => openEntries({ entries: 'yes' })}>
          全部计分记录
        </button>
        <Only who={OFFICE}>
          <button type="button" className="plain" onClick={() => openEntries({ entries: 'add' })}>
            人工记一笔
          </button>
        </Only>
        <Only who={OVERSEERS}>
          <ExportLink href={file} />
        </Only>
        <span className="section-note">
          {rows.length} 家单位，基本分 {marks(data.scheme.fullScore)}，统计截至{dayInWords(data.asOf)}
        </span>
      </div>
      {data.units.length === 0 ? (
        <EmptyState title="还没有可以考核的单位" next="请先在“导入”中导入单位底册。" />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的单位" next="请放宽分组或名称。" />
      ) : narrow ? (
        <Cards rows={rows} data={data} />
      ) : (
        <Matrix rows={rows} data={data} />
      )}
      <EntriesDrawer areaId={areaId} year={year} data={data} />
    </>
  );
}

function Matrix({ rows, data }: { rows: UnitRow[]; data: YearScores }) {
  const { search, change, openEntries } = useAssessment();
  const sorted = (key: string, compare: (a: UnitRow, b: UnitRow) => number) => ({
    key,
    sorter: compare,
    sortOrder: search.sort === key ? (search.order === 'desc' ? ('descend' as const) : ('ascend' as const)) : null,
    showSorterTooltip: false,
  });
  const lastYear = rows.some((row) => row.lastYear !== null);
  const columns: TableColumnsType<UnitRow> = [
    {
      title: '单位',
      fixed: 'left',
      width: 170,
      ...sorted('name', (a, b) => a.name.localeCompare(b.name, 'zh-CN')),
      render: (_, row) => (
        <>
          <span className="wrap">{row.name}</span>
          <small className="sub">{row.group}</small>
        </>
      ),
    },
    { title: '名次', width: 76, align: 'right', ...sorted('place', (a, b) => a.place - b.place), render: (_, row) => row.place },
    {
      title: '总分',
      width: 92,
      align: 'right',
      ...sorted('score', (a, b) => a.score - b.score),
      render: (_, row) => (
        <button type="button" className="assess-cell assess-total" onClick={() => openEntries({ unit: row.unitId, entries: 'yes' })}>
          {marks(row.score)}
        </button>
      ),
    },
    ...data.scheme.items.map((item, i) => ({
      title: (
        <>
          {item.name}
          <small className="sub">{rangeOf(item)}</small>
        </>
      ),
      width: 106,
      align: 'right' as const,
      ...sorted(item.id, (a: UnitRow, b: UnitRow) => (a.items[i]?.score ?? 0) - (b.items[i]?.score ?? 0)),
      render: (_: unknown, row: UnitRow) => <Cell row={row} at={i} item={item.name} />,
    })),
    ...(lastYear
      ? [
          {
            title: '上年',
            width: 96,
            align: 'right' as const,
            render: (_: unknown, row: UnitRow) =>
              row.lastYear ? (
                <>
                  {marks(row.lastYear.score)}
                  <small className="sub">第 {row.lastYear.place}</small>
                </>
              ) : (
                '—'
              ),
          },
        ]
      : []),
    {
      title: '异议',
      width: 84,
      align: 'right',
      ...sorted('objections', (a, b) => a.openObjections - b.openObjections),
      render: (_, row) => (row.openObjections > 0 ? <b className="is-bad">{row.openObjections} 待答复</b> : '—'),
    },
  ];
  return (
    <Table<UnitRow>
      rowKey="unitId"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={false}
      sticky={{ offsetHeader: 52 }}
      scroll={{ x: 520 + data.scheme.items.length * 106 }}
      onChange={(_, __, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
        change({ sort: order ? String(columnKey) : undefined, order: order === 'descend' ? 'desc' : undefined });
      }}
    />
  );
}

/** 满 40, or for an item without base how far it may go: 至多 −10. */
function rangeOf({ base, cap, effect }: YearScores['scheme']['items'][number]): string {
  if (base > 0) return `满 ${marks(base)}`;
  return cap === null ? '不限' : `至多 ${effect === 'deduct' ? '−' : '+'}${marks(cap)}`;
}

function Cell({ row, at, item }: { row: UnitRow; at: number; item: string }) {
  const { openEntries } = useAssessment();
  const cell = row.items[at];
  if (!cell) return null;
  if (cell.entries === 0) return <span className="is-zero">{marks(cell.score)}</span>;
  return (
    <button
      type="button"
      className="assess-cell"
      title={`${row.name}：${item}`}
      onClick={() => openEntries({ unit: row.unitId, item: cell.itemId, entries: 'yes' })}
    >
      {marks(cell.score)}
      <small className="sub">{cell.entries} 笔</small>
    </button>
  );
}

function Cards({ rows, data }: { rows: UnitRow[]; data: YearScores }) {
  const { openEntries } = useAssessment();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.unitId} className="section">
          <div className="assess-entry-head">
            <b className="wrap">{row.name}</b>
            <span className="section-note">
              {row.group}第 {row.place}
            </span>
            <button type="button" className="assess-cell assess-total" onClick={() => openEntries({ unit: row.unitId, entries: 'yes' })}>
              {marks(row.score)} 分
            </button>
            {row.openObjections > 0 && <b className="is-bad">{row.openObjections} 条异议待答复</b>}
          </div>
          <p className="section-note">
            {row.items
              .flatMap((cell, i) => (cell.entries > 0 ? [`${data.scheme.items[i]?.name} ${marks(cell.score)}（${cell.entries} 笔）`] : []))
              .join('，') || '没有计分记录'}
          </p>
        </li>
      ))}
    </ul>
  );
}
