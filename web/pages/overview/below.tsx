import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import type { areasBelow } from '../../../src/contract/endpoints/areas-below.ts';
import type { areasBelowFile } from '../../../src/contract/endpoints/areas-below-file.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { useAreas } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { rateText } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';

type Area = z.output<(typeof areasBelow)['output']>['rows'][number];
const COUNTED = ['units', 'open', 'late', 'soon', 'toHandOver', 'disputed', 'toRecheck'] as const;
type Counted = (typeof COUNTED)[number];
/** A line of the table: an area, or the sum of all. */
type Row = Pick<Area, 'name' | 'period' | Counted> & { id: string | null };

/** What of the ledger each number counts. */
const LISTED: Readonly<Record<Exclude<Counted, 'units'>, Search>> = {
  open: { stock: 'yes' },
  late: { overdue: 'yes' },
  soon: { soon: 'yes' },
  toHandOver: { status: 'confirmed' },
  disputed: { status: 'disputed' },
  toRecheck: { status: 'rectified,rechecked_ok' },
};

/** 各地区情况: what stands open in the area and in each below it, and the newest result of each; nothing where there are none. */
export function Below({ areaId }: { areaId: string }) {
  const { isOffered, words } = useRange();
  const { data, error, refetch } = useQuery({
    queryKey: ['areas-below', areaId],
    queryFn: ({ signal }) => call<typeof areasBelow>('/api/areas/:areaId/areas-below', { areaId }, signal),
    enabled: isOffered,
  });
  if (!isOffered) return null;
  return (
    <Section
      title={`各${words.each}情况`}
      note={
        <>
          各自统计，相加即{words.whole}；点数字看所计的问题{'　'}
          <ExportLink href={addressOf<typeof areasBelowFile>('/api/areas/:areaId/areas-below.xlsx', { areaId })} />
        </>
      }
    >
      {data ? <Table areaId={areaId} data={data} /> : <Unready error={error} retry={refetch} what="各地区情况" />}
    </Section>
  );
}

function Table({ areaId, data }: { areaId: string; data: z.output<(typeof areasBelow)['output']> }) {
  const { words } = useRange();
  const { sort, order } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const by = COUNTED.find((key) => key === sort);
  const direction = order === 'asc' ? 'asc' : 'desc';
  const areas = by === undefined ? data.rows : data.rows.toSorted((a, b) => (direction === 'asc' ? a[by] - b[by] : b[by] - a[by]));
  const total = (key: Counted): number => data.rows.reduce((n, row) => n + row[key], 0);
  const sum: Row = {
    ...{ id: null, name: '合计', period: null, units: total('units'), open: total('open'), late: total('late') },
    ...{ soon: total('soon'), toHandOver: total('toHandOver'), disputed: total('disputed'), toRecheck: total('toRecheck') },
  };
  const counted = (title: string, key: Exclude<Counted, 'units'>): Column<Row> => ({
    ...{ title, width: 104, align: 'end', sort: key },
    cell: (row) =>
      row[key] === 0 ? (
        <span className="is-zero">0</span>
      ) : (
        <Link
          to="/areas/$areaId/ledger"
          params={{ areaId }}
          search={{ range: 'whole', area: row.id ?? undefined, ...LISTED[key] }}
          className={key === 'late' ? 'is-fail' : undefined}
        >
          {row[key]}
        </Link>
      ),
  });
  const columns: Column<Row>[] = [
    { title: words.each, card: 'head', cell: (row) => <Name row={row} areaId={areaId} /> },
    { title: '单位', width: 72, align: 'end', sort: 'units', spare: true, cell: ({ units }) => units },
    counted('未销号', 'open'),
    counted('逾期', 'late'),
    counted(`${data.soonDays}日内到期`, 'soon'),
    counted('待交办', 'toHandOver'),
    { ...counted('异议待答复', 'disputed'), spare: true },
    counted('待复核销号', 'toRecheck'),
    { title: '最近一期', width: 104, cell: ({ id, period, units }) => (id === null || units === 0 ? '' : (period?.label ?? '未统计')) },
    { title: '网站合格率', width: 108, align: 'end', cell: ({ period }) => <Rate rate={period?.site} /> },
    { title: '账号合格率', width: 108, align: 'end', cell: ({ period }) => <Rate rate={period?.account} /> },
  ];
  return (
    <Rows
      label="各地区情况"
      rows={[...areas, sum]}
      columns={columns}
      keyOf={({ id }) => id ?? 'sum'}
      order={{
        by: by ?? '',
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

function Name({ row: { id, name, units }, areaId }: { row: Row; areaId: string }) {
  if (id === null) return <b>{name}</b>;
  const shown = id === areaId ? `${name}本级` : name;
  if (units === 0)
    return (
      <>
        {shown}
        <small className="sub">没有登记单位</small>
      </>
    );
  if (id === areaId) return shown;
  return (
    <Link to="/areas/$areaId/overview" params={{ areaId: id }} search={{}}>
      {shown}
    </Link>
  );
}

function Rate({ rate }: { rate: NonNullable<Area['period']>['site'] | undefined }) {
  if (!rate || rate.base === 0) return <span className="is-zero">—</span>;
  return (
    <>
      {rateText(rate)}{' '}
      <span className="rate-base">
        {rate.passing}/{rate.base}
      </span>
    </>
  );
}

/** Whether an area has nothing registered of its own and only stands above others. */
export function useOnlyAbove(areaId: string): boolean {
  const { data } = useAreas();
  return (data?.some(({ parentId }) => parentId === areaId) ?? false) && data?.find(({ id }) => id === areaId)?.registered === false;
}
