import { Table, type TableColumnsType } from 'antd';
import type { z } from 'zod';
import type { rawFindings } from '../../../src/contract/endpoints/raw-findings.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { AddPicture } from './add-picture.tsx';

export type RawRow = z.output<(typeof rawFindings)['output']>['rows'][number];

/** The entered findings: a table where there is room, a list on a telephone. */
export function Rows({ areaId, rows, narrow }: { areaId: string; rows: RawRow[]; narrow: boolean }) {
  if (narrow)
    return (
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id} className="raw-card">
            <span className="card-head">
              <b>{row.unit}</b>
              <StatusMark {...row.answer} />
            </span>
            <span className="row-text">{row.text}</span>
            <span className="sub">
              {row.category.name}　{row.place}　{row.foundOn} 发现
            </span>
            <Answer row={row} />
            <AddPicture areaId={areaId} row={row} />
          </li>
        ))}
      </ul>
    );
  const columns: TableColumnsType<RawRow> = [
    { title: '发现日期', width: 108, render: (_, row) => row.foundOn },
    {
      title: '责任单位',
      width: 200,
      render: (_, row) => (
        <>
          {row.unit}
          {row.channel && <small className="sub">{row.channel}</small>}
        </>
      ),
    },
    {
      title: '发现',
      render: (_, row) => (
        <>
          <span className="wrap">{row.text}</span>
          <small className="sub">
            {row.category.name}　{row.placeUrl ? <OutsideLink href={row.placeUrl}>{row.place}</OutsideLink> : row.place}
            {row.file && `　${row.file}`}
          </small>
        </>
      ),
    },
    { title: '佐证', width: 120, render: (_, row) => <AddPicture areaId={areaId} row={row} /> },
    {
      title: '复核结果',
      width: 240,
      render: (_, row) => (
        <>
          <StatusMark {...row.answer} />
          <Answer row={row} />
        </>
      ),
    },
  ];
  return (
    <Table<RawRow>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={false}
      sticky
      tableLayout="fixed"
      scroll={{ x: 820 }}
    />
  );
}

function Answer({ row: { answeredOn, answeredBy, reason } }: { row: RawRow }) {
  if (!answeredBy) return null;
  return (
    <small className="sub">
      {reason}
      {reason && '　'}
      {answeredBy} {answeredOn}
    </small>
  );
}
