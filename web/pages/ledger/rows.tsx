import { Table, type TableColumnsType } from 'antd';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Due } from './due.tsx';
import { useLedgerAddress } from './filter.ts';
import type { Problems } from './list.tsx';

type Row = Problems['rows'][number];

/** The table of the ledger. Its order is the server's and stands in the address. */
export function Rows({
  rows,
  selection,
}: {
  rows: Row[];
  /** Chosen rows; null: none may be chosen. */
  selection: { ids: readonly string[]; choose(ids: readonly string[]): void } | null;
}) {
  const { search, change } = useLedgerAddress();
  const sorted = (key: string) => ({
    key,
    sorter: true,
    sortOrder: (search.sort ?? 'found') === key ? (search.order === 'asc' ? ('ascend' as const) : ('descend' as const)) : null,
    sortDirections: ['descend' as const, 'ascend' as const, 'descend' as const],
    showSorterTooltip: false,
  });
  const columns: TableColumnsType<Row> = [
    { title: '责任单位', width: 150, ...sorted('unit'), render: (_, row) => <span className="wrap">{row.unit.name}</span> },
    {
      title: '网站、账号',
      width: 190,
      responsive: ['xl'],
      render: (_, row) =>
        row.channel ? (
          <>
            <span className="wrap">{row.channel.name}</span>
            <small className="sub">{row.channel.kindName}</small>
          </>
        ) : (
          '—'
        ),
    },
    {
      title: '问题',
      render: (_, row) => (
        <button type="button" className="row-open" onClick={() => change({ problem: row.id })}>
          <span className="row-text">{row.text}</span>
          <small className="sub">{row.place}</small>
        </button>
      ),
    },
    { title: '类别', width: 128, render: (_, row) => row.category.name },
    { title: '状态', width: 104, render: (_, row) => <StatusMark {...row.status} /> },
    { title: '发现日期', width: 108, ...sorted('found'), render: (_, row) => row.foundOn },
    { title: '整改期限', width: 118, ...sorted('due'), render: (_, row) => <Due row={row} /> },
    {
      title: '期数',
      width: 76,
      align: 'right',
      ...sorted('periods'),
      render: (_, row) => (row.periods > 1 ? <b>连续{row.periods}</b> : row.periods),
    },
  ];
  return (
    <Table<Row>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={false}
      {...(selection
        ? {
            rowSelection: {
              selectedRowKeys: [...selection.ids],
              onChange: (keys: React.Key[]) => selection.choose(keys.map(String)),
              getCheckboxProps: (row: Row) => ({ 'aria-label': `选择${row.unit.name}：${row.text}` }),
              // The table puts its head a second time, hidden, into the page; a box there would take the keyboard.
              columnTitle: <span className="skip">选择</span>,
            },
          }
        : {})}
      sticky
      tableLayout="fixed"
      scroll={{ x: 860 }}
      onRow={(row) => ({ onDoubleClick: () => change({ problem: row.id }) })}
      onChange={(_, __, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
        change({ sort: String(columnKey ?? 'found'), order: order === 'ascend' ? 'asc' : undefined });
      }}
    />
  );
}
