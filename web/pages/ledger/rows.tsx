import { usePlace } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { type Chosen, type Column, Rows } from '../../parts/rows.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Due } from './due.tsx';
import { useLedgerAddress } from './filter.ts';
import type { Problems } from './types.ts';

type Row = Problems['rows'][number];

/** The rows of the ledger. Their order is the server's and stands in the address. */
export function ProblemRows({ rows, chosen }: { rows: readonly Row[]; chosen: Chosen<Row> | null }) {
  const { search, change } = useLedgerAddress();
  const { areaId } = usePlace();
  const { isWhole, words } = useRange();
  const open = (row: Row) => change({ problem: row.id, in: row.area.code === areaId ? undefined : row.area.code });
  const columns: Column<Row>[] = [
    ...(isWhole
      ? [{ title: words.each, width: 116, sort: 'unit', cell: ({ area }: Row) => (area.code === areaId ? `${area.name}本级` : area.name) }]
      : []),
    { title: '责任单位', width: 150, ...(isWhole ? {} : { sort: 'unit' }), card: 'head', cell: (row) => row.unit.name },
    { title: '网站、账号', width: 180, spare: true, card: 'none', cell: (row) => <Channel row={row} /> },
    {
      title: '问题',
      card: 'body',
      cell: (row) => (
        <button type="button" className="row-open" onClick={() => open(row)}>
          <span className="row-text">{row.text}</span>
          <small className="sub">{row.place}</small>
        </button>
      ),
    },
    { title: '类别', width: 128, cell: (row) => row.category.name },
    { title: '状态', width: 104, card: 'mark', cell: (row) => <StatusMark {...row.status} /> },
    { title: '发现日期', width: 108, sort: 'found', cell: (row) => row.foundOn },
    { title: '整改期限', width: 118, sort: 'due', cell: (row) => <Due row={row} /> },
    {
      title: '期数',
      width: 84,
      align: 'end',
      sort: 'periods',
      cell: (row) => (row.periods > 1 ? <b>连续{row.periods}</b> : row.periods),
    },
  ];
  return (
    <Rows
      label="问题"
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      chosen={chosen}
      open={open}
      order={{
        by: search.sort ?? 'found',
        direction: search.order === 'asc' ? 'asc' : 'desc',
        change: (by, direction) => change({ sort: by, order: direction === 'asc' ? 'asc' : undefined }),
      }}
    />
  );
}

const Channel = ({ row: { channel } }: { row: Row }) =>
  channel ? (
    <>
      {channel.name}
      <small className="sub">{channel.kindName}</small>
    </>
  ) : (
    '—'
  );
