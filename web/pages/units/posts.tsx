import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { unitPosts } from '../../../src/contract/endpoints/unit-posts.ts';
import { listedPosts, POST_GAPS_ASKED } from '../../../src/core/lists/units.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useUnitsAddress } from './address.ts';
import { ListBar } from './list-bar.tsx';
import type { PostRow } from './types.ts';

const GAPS = Object.entries(POST_GAPS_ASKED).map(([value, label]) => ({ value, label }));

/** 责任人和副手 of every unit; what is missing stands first where it is asked for. */
export function Posts({ areaId }: { areaId: string }) {
  const { search, change } = useUnitsAddress();
  const { data, error, refetch } = useQuery({
    queryKey: ['unit-posts', areaId],
    queryFn: ({ signal }) => call<typeof unitPosts>('/api/areas/:areaId/unit-posts', { areaId }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="责任人" />;
  if (data.rows.length === 0) return <EmptyState title="还没有登记单位" next="用“导入”载入单位表后，这里列出每个单位的责任人。" />;
  const { gap, group, sort } = search;
  const groups = [...new Set(data.rows.flatMap((row) => row.group ?? []))];
  const rows = listedPosts(data.rows, search);
  const count = (value: number, name: string, of: string) => (
    <button
      type="button"
      aria-pressed={gap === of}
      className={gap === of ? 'post-count post-count-on' : 'post-count'}
      onClick={() => change({ gap: gap === of ? undefined : of })}
    >
      <b className={value > 0 && of === 'person' ? 'is-bad' : undefined}>{value}</b> {name}
    </button>
  );
  return (
    <>
      <div className="post-counts">
        <span className="post-count-all">
          <b>{data.counts.units}</b> 个单位
        </span>
        {count(data.counts.noPerson, '个没有责任人', 'person')}
        {count(data.counts.noDeputy, '个没有副手', 'deputy')}
        <span className="section-note">截至{dayInWords(data.today)}</span>
      </div>
      <ListBar areaId={areaId} list="posts" placeholder="单位、姓名">
        <Select
          allowClear
          aria-label="空档"
          placeholder="空档"
          value={gap}
          options={GAPS}
          onChange={(value?: string) => change({ gap: value })}
        />
        {groups.length > 0 && (
          <Select
            allowClear
            aria-label="分组"
            placeholder="分组"
            value={group}
            options={groups.map((value) => ({ value, label: value }))}
            onChange={(value?: string) => change({ group: value })}
          />
        )}
        <Select
          aria-label="排序"
          value={sort ?? 'order'}
          options={[
            { value: 'order', label: '按单位顺序' },
            { value: 'gaps', label: '空档在前' },
          ]}
          onChange={(value) => change({ sort: value === 'order' ? undefined : value })}
        />
        <span className="section-note">{rows.length} 个</span>
      </ListBar>
      {rows.length === 0 ? (
        <EmptyState title={gap === 'person' ? '每个单位都有责任人' : '没有符合条件的单位'} next="请放宽筛选条件。" />
      ) : (
        <Rows label="单位与责任人" rows={rows} columns={COLUMNS} keyOf={({ id }) => id} />
      )}
    </>
  );
}

const COLUMNS: readonly Column<PostRow>[] = [
  {
    title: '单位',
    card: 'head',
    cell: ({ name, kindName, parent }) => (
      <>
        <b>{name}</b>
        <small className="sub">
          {kindName}
          {parent && `　上级 ${parent}`}
        </small>
      </>
    ),
  },
  { title: '责任人', width: 150, cell: ({ person }) => <People holders={person} /> },
  { title: '副手', width: 150, cell: ({ deputy }) => <People holders={deputy} /> },
  { title: '其他人员', width: 200, cell: ({ others }) => others.join('、') || <span className="is-zero">—</span> },
  { title: '空档', width: 260, card: 'body', cell: (row) => <Gaps row={row} /> },
];

function Gaps({ row: { through, gaps } }: { row: PostRow }) {
  if (through !== null) return <span className="is-zero">由{through}代管</span>;
  if (gaps.length === 0) return <span className="mark mark-good">齐备</span>;
  return (
    <span className="unit-gaps">
      {gaps.map(({ code, name, grave }) => (
        <span key={code} className={grave ? 'mark mark-bad' : 'mark mark-warn'}>
          {name}
        </span>
      ))}
    </span>
  );
}

function People({ holders }: { holders: PostRow['person'] }) {
  if (holders.length === 0) return <span className="is-zero">—</span>;
  return (
    <>
      {holders.map(({ name, left }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people of one unit may bear one name
        <span key={i} className={left === null ? 'unit-person' : 'unit-person unit-left'}>
          {name}
          {left !== null && <small className="sub">{left} 停用</small>}
        </span>
      ))}
    </>
  );
}
