import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/use-me.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { AddPicture } from './add-picture.tsx';
import type { RawRow } from './types.ts';

/** The entered findings. */
export function RawRows({ areaId, rows }: { areaId: string; rows: readonly RawRow[] }) {
  const { role } = useMe();
  const columns: Column<RawRow>[] = [
    { title: '发现日期', width: 108, cell: ({ foundOn }) => foundOn },
    {
      title: '责任单位',
      width: 200,
      card: 'head',
      cell: ({ unit, channel }) => (
        <>
          {unit}
          {channel && <small className="sub">{channel}</small>}
        </>
      ),
    },
    {
      title: '发现',
      card: 'body',
      cell: ({ text, category, place, placeUrl, file }) => (
        <>
          <span className="wrap">{text}</span>
          <small className="sub">
            {category.name}　{placeUrl ? <OutsideLink href={placeUrl}>{place}</OutsideLink> : place}
            {file && `　${file}`}
          </small>
        </>
      ),
    },
    { title: '佐证', width: 120, card: 'acts', cell: (row) => <AddPicture areaId={areaId} row={row} /> },
    {
      title: '复核结果',
      width: 240,
      card: 'body',
      cell: (row) => (
        <>
          <StatusMark {...row.answer} />
          <Answer row={row} />
          {role !== 'third_party' && row.answer.code === 'confirmed' && (
            <Link className="sub" to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: row.id }}>
              在台账中查看
            </Link>
          )}
        </>
      ),
    },
  ];
  return <Rows label="录入的发现" rows={rows} columns={columns} keyOf={({ id }) => id} />;
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
