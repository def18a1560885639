import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { usePlace } from '../../app/use-areas.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import type { ChannelRow } from './page.tsx';
import { Reasons, ResultCell } from './result-cell.tsx';
import { SiteCondition } from './site-condition.tsx';

export function ChannelTable({ rows }: { rows: ChannelRow[] }) {
  const { areaId } = usePlace();
  const columns: TableColumnsType<ChannelRow> = [
    { title: '序号', width: 60, align: 'right', render: (_, __, index) => index + 1 },
    { title: '单位', width: 180, render: (_, row) => <span className="wrap">{row.unit.name}</span> },
    {
      title: '名称',
      width: 230,
      render: (_, row) => (
        <>
          <span className="wrap">{row.url ? <OutsideLink href={row.url}>{row.name}</OutsideLink> : row.name}</span>
          <small className="sub">
            {row.kind.name}
            {row.stateName && row.stateName !== '正常运行' && `　${row.stateName}`}
          </small>
          <SiteCondition lines={row.condition} />
        </>
      ),
    },
    { title: '检查结果', width: 150, render: (_, row) => <ResultCell result={row.result} /> },
    { title: '存在的问题', render: (_, row) => <Reasons result={row.result} /> },
    {
      title: '未销号',
      width: 84,
      align: 'right',
      render: (_, row) =>
        row.openProblems > 0 ? (
          <Link
            to="/areas/$areaId/ledger"
            params={{ areaId }}
            search={{ channel: row.id, stock: 'yes' }}
            aria-label={`${row.name}未销号的问题 ${row.openProblems} 个`}
          >
            {row.openProblems}
          </Link>
        ) : (
          <span className="is-zero">0</span>
        ),
    },
  ];
  return (
    <Table<ChannelRow>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100 } : false}
      sticky
      tableLayout="fixed"
      scroll={{ x: 860 }}
    />
  );
}
