import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import type { areasWork } from '../../../src/contract/endpoints/areas-work.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import { call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { useMay } from '../../app/use-may.ts';
import { useRange } from '../../app/use-range.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';

type Work = z.output<(typeof areasWork)['output']>['rows'][number];

/** What a column is ordered by, under a word that no other table of the page knows. */
const ORDERS: Readonly<Record<string, (row: Work) => number>> = {
  judged: ({ judged }) => judged?.days ?? Number.MAX_SAFE_INTEGER,
  review: ({ toReview }) => toReview.days,
  hand: ({ toHandOver }) => toHandOver.days,
  reports: ({ reports }) => reports.late,
  scans: ({ scans }) => scans?.missing ?? -1,
  posts: ({ posts }) => posts.noPerson,
};
/** Sites are looked at every day: after so many without a judgement something is wrong. */
const USUAL_DAYS = 3;

/** 各地区工作进度: register, monitoring, review, hand-over, notices, sealed reports and people of each area; nothing where there are none below. */
export function AreasWork({ areaId }: { areaId: string }) {
  const { isOffered, words } = useRange();
  const { data, error, refetch } = useQuery({
    queryKey: ['areas-work', areaId],
    queryFn: ({ signal }) => call<typeof areasWork>('/api/areas/:areaId/areas-work', { areaId }, signal),
    enabled: isOffered,
  });
  if (!isOffered) return null;
  return (
    <Section title={`各${words.each}工作进度`} note={`点数字看该${words.each}的清单`}>
      {data ? <Table areaId={areaId} rows={data.rows} /> : <Unready error={error} retry={refetch} what="各地区工作进度" />}
    </Section>
  );
}

function Table({ areaId, rows }: { areaId: string; rows: readonly Work[] }) {
  const { words } = useRange();
  const { sort = '', order } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const direction = order === 'asc' ? 'asc' : 'desc';
  const by = ORDERS[sort];
  const sign = direction === 'asc' ? 1 : -1;
  const shown = by ? rows.toSorted((a, b) => sign * (by(a) - by(b))) : rows;
  const columns: Column<Work>[] = [
    { title: words.each, card: 'head', cell: ({ id, name }) => (id === areaId ? `${name}本级` : name) },
    { title: '网站、账号', width: 108, cell: (row) => <Registered row={row} /> },
    { title: '最近一次监测', width: 124, sort: 'judged', cell: (row) => (isEmpty(row) ? '' : <Judged row={row} />) },
    { title: '待人工复核', width: 112, sort: 'review', cell: (row) => <Waiting row={row} areaId={areaId} status="suspected" /> },
    { title: '待交办', width: 112, sort: 'hand', cell: (row) => <Waiting row={row} areaId={areaId} status="confirmed" /> },
    { title: '通报印发', width: 232, sort: 'reports', card: 'body', cell: (row) => (isEmpty(row) ? '' : <Reports row={row} />) },
    { title: '整改情况扫描件', width: 150, sort: 'scans', cell: (row) => <Scans row={row} /> },
    { title: '没有责任人', width: 112, sort: 'posts', cell: (row) => <Posts row={row} /> },
  ];
  return (
    <Rows
      label="各地区工作进度"
      rows={shown}
      columns={columns}
      keyOf={({ id }) => id}
      order={{
        by: by ? sort : '',
        direction,
        change: (key, next) =>
          navigate({
            to: '.',
            search: (before: Search) => ({ ...before, sort: key, order: next === 'asc' ? 'asc' : undefined }),
            replace: true,
            resetScroll: false,
          }),
      }}
    />
  );
}

/** Nothing is registered: there is nothing to be behind with. */
const isEmpty = ({ sites, accounts, posts }: Work): boolean => sites + accounts + posts.units === 0;

function Registered({ row }: { row: Work }) {
  if (isEmpty(row)) return <span className="is-zero">没有登记</span>;
  return (
    <>
      <Channels row={row} type="site" n={row.sites} />、<Channels row={row} type="account" n={row.accounts} />
    </>
  );
}

function Channels({ row, type, n }: { row: Work; type: 'site' | 'account'; n: number }) {
  if (n === 0) return <span className="is-zero">0</span>;
  return (
    <Link to="/areas/$areaId/channels" params={{ areaId: row.id }} search={{ type }}>
      {n}
    </Link>
  );
}

function Judged({ row: { judged } }: { row: Work }) {
  if (!judged) return <span className="is-fail">尚未监测</span>;
  return (
    <>
      {judged.day}
      {judged.days > USUAL_DAYS && <small className="sub is-fail">已停 {judged.days} 天</small>}
    </>
  );
}

function Waiting({ row, areaId, status }: { row: Work; areaId: string; status: 'suspected' | 'confirmed' }) {
  const { count, days } = status === 'suspected' ? row.toReview : row.toHandOver;
  // How many wait is told to all who see the area; what they are only to those who review.
  const reviews = useMay(WATCHERS);
  const listed = status !== 'suspected' || reviews;
  if (count === 0) return isEmpty(row) ? '' : <span className="is-zero">0</span>;
  return (
    <>
      {listed ? (
        <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ range: 'whole', area: row.id, status, sort: 'act', order: 'asc' }}>
          {count}
        </Link>
      ) : (
        count
      )}
      <small className="sub">{days === 0 ? '今天' : `最久 ${days} 天`}</small>
    </>
  );
}

function Reports({ row: { id, reports } }: { row: Work }) {
  const { late, next, last } = reports;
  const words = late > 0 ? `逾期未印发 ${late} 份` : last ? `${last.label}${last.name}` : '尚未印发过';
  return (
    <>
      <Link to="/areas/$areaId/notices" params={{ areaId: id }} search={{}} className={late > 0 ? 'is-fail' : undefined}>
        {words}
      </Link>
      {last && (
        <small className="sub">
          {late > 0 && `最近一份 ${last.label}，`}
          {last.on} 印发{last.late && '（逾期）'}
        </small>
      )}
      {next && (
        <small className="sub">
          {late > 0 ? '最早一份' : '下一份'} {next.label}，{next.due} 前
        </small>
      )}
    </>
  );
}

function Scans({ row }: { row: Work }) {
  const { id, scans } = row;
  if (isEmpty(row)) return '';
  if (!scans || scans.owed === 0) return <span className="is-zero">—</span>;
  const { about, owed, missing, late } = scans;
  return (
    <>
      <Link to="/areas/$areaId/rectification" params={{ areaId: id }} search={{ about, sort: 'state' }} title={scans.title}>
        {missing === 0 ? '已报齐' : `未上报 ${missing}`}
      </Link>{' '}
      <span className="rate-base">共 {owed} 家</span>
      {late > 0 && <small className="sub is-fail">逾期 {late} 家</small>}
    </>
  );
}

function Posts({ row: { id, posts } }: { row: Work }) {
  if (posts.units === 0) return '';
  if (posts.noPerson === 0) return <span className="is-zero">0</span>;
  return (
    <>
      <Link to="/areas/$areaId/units" params={{ areaId: id }} search={{ gap: 'person' }}>
        {posts.noPerson}
      </Link>{' '}
      <span className="rate-base">共 {posts.units} 家</span>
    </>
  );
}
