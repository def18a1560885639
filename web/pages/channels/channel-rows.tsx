import { Link } from '@tanstack/react-router';
import { usePlace } from '../../app/use-areas.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type Chosen, type Column, type Order, Rows } from '../../parts/rows.tsx';
import { Reasons, ResultCell } from './result-cell.tsx';
import { SiteCondition } from './site-condition.tsx';
import type { ChannelRow } from './types.ts';

const COLUMNS: readonly Column<ChannelRow>[] = [
  { title: '序号', width: 60, align: 'end', card: 'none', cell: (_, index) => index + 1 },
  {
    title: '名称',
    width: 240,
    card: 'head',
    cell: (row) => (
      <>
        {row.url ? <OutsideLink href={row.url}>{row.name}</OutsideLink> : row.name}
        <small className="sub">
          {row.kind.name}
          {row.stateName && row.stateName !== '正常运行' && `　${row.stateName}`}
        </small>
        <SiteCondition lines={row.condition} />
      </>
    ),
  },
  { title: '单位', width: 180, card: 'body', sort: 'unit', cell: (row) => row.unit.name },
  { title: '检查结果', width: 150, card: 'body', sort: 'verdict', cell: (row) => <ResultCell result={row.result} /> },
  { title: '存在的问题', card: 'body', cell: (row) => <Reasons result={row.result} /> },
  { title: '未销号', width: 92, align: 'end', sort: 'open', cell: (row) => <Open row={row} /> },
];

export const ChannelRows = ({ rows, order, chosen }: { rows: readonly ChannelRow[]; order: Order; chosen: Chosen<ChannelRow> | null }) => (
  <Rows label="网站与账号" rows={rows} columns={COLUMNS} keyOf={({ id }) => id} order={order} chosen={chosen} />
);

function Open({ row: { id, name, openProblems } }: { row: ChannelRow }) {
  const { areaId } = usePlace();
  if (openProblems === 0) return <span className="is-zero">0</span>;
  return (
    <Link
      to="/areas/$areaId/ledger"
      params={{ areaId }}
      search={{ channel: id, stock: 'yes' }}
      aria-label={`${name}未销号的问题 ${openProblems} 个`}
    >
      {openProblems}
    </Link>
  );
}
