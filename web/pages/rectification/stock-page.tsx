import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import type { z } from 'zod';
import type { unitStocks } from '../../../src/contract/endpoints/unit-stocks.ts';
import type { unitStocksFile } from '../../../src/contract/endpoints/unit-stocks-file.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { SinceIssue } from '../../app/since-issue.tsx';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { dayInWords } from '../../parts/format.ts';
import './rectification.css';

type Stocks = z.output<(typeof unitStocks)['output']>;
type Key = 'opening' | 'found' | 'reopened' | 'closed' | 'closing' | 'carried';
const HEADS: readonly [Key, string][] = [
  ['opening', '期初'],
  ['found', '新发现'],
  ['reopened', '再次发现'],
  ['closed', '减少'],
  ['closing', '期末'],
  ['carried', '其中结转'],
];

/** 问题存量: of each unit what it began a month with, what came and went, and what is left. */
export function Page() {
  const { areaId } = usePlace();
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const asked = { areaId, month: search.month };
  const { data, error, refetch } = useQuery({
    queryKey: ['unit-stocks', asked],
    queryFn: ({ signal }) => call<typeof unitStocks>('/api/areas/:areaId/unit-stocks', asked, signal),
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="问题存量" />;
  return (
    <>
      <div className="page-head">
        <h1>各单位问题存量</h1>
        <p className="page-note">
          {dayInWords(data.from)}至{dayInWords(data.to)}；期初＋新发现＋再次发现－减少＝期末，减少含销号、撤销、豁免
        </p>
      </div>
      <SinceIssue areaId={areaId} periodId={data.month.id} of="stock" />
      <div className="report-bar stock-bar">
        <Select
          aria-label="月份"
          value={data.month.id}
          popupMatchSelectWidth={false}
          options={data.months.map(({ id, label }) => ({ value: id, label }))}
          onChange={(month: string) => navigate({ to: '.', search: (before: Search) => ({ ...before, month }) })}
        />
        <ExportLink href={addressOf<typeof unitStocksFile>('/api/areas/:areaId/unit-stocks.xlsx', asked)} />
      </div>
      {data.rows.length === 0 ? (
        <EmptyState title="这个月没有问题" next="没有期初存量，也没有新发现或减少的问题。" />
      ) : (
        <Table data={data} areaId={areaId} />
      )}
    </>
  );
}

function Table({ data, areaId }: { data: Stocks; areaId: string }) {
  const { search, change } = useAddress<'sort'>({ replace: true });
  const sort = HEADS.find(([key]) => key === search.sort)?.[0] ?? null;
  const setSort = (key: Key | null) => change({ sort: key ?? undefined });
  const rows = sort === null ? data.rows : data.rows.toSorted((a, b) => b[sort] - a[sort]);
  const total = (key: Key): number => data.rows.reduce((n, row) => n + row[key], 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll" aria-label="各单位问题存量（可左右滚动）" tabIndex={0}>
      <table className="figures stock-table">
        <thead>
          <tr>
            <th scope="col" aria-sort={sort === null ? 'ascending' : 'none'}>
              <button type="button" className="plain" onClick={() => setSort(null)}>
                单位
              </button>
            </th>
            {HEADS.map(([key, title]) => (
              <th key={key} scope="col" aria-sort={sort === key ? 'descending' : 'none'}>
                <button type="button" className="plain" onClick={() => setSort(key)}>
                  {title}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit.id}>
              <td className="wrap">{row.unit.name}</td>
              {HEADS.map(([key]) => (
                <td key={key}>
                  <Count n={row[key]} of={key} data={data} areaId={areaId} unit={row.unit.id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计（{data.rows.length} 个单位）</th>
            {HEADS.map(([key]) => (
              <td key={key}>
                <Count n={total(key)} of={key} data={data} areaId={areaId} unit={undefined} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** A number that opens what it counts; what is carried over is no list of its own. */
function Count({ n, of, data, areaId, unit }: { n: number; of: Key; data: Stocks; areaId: string; unit: string | undefined }) {
  if (n === 0) return <span className="is-zero">0</span>;
  if (of === 'carried') return n;
  const day = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  const span =
    of === 'opening'
      ? { move: 'stock', to: day(data.from, -1) }
      : of === 'closing'
        ? { move: 'stock', to: data.to }
        : { move: of, from: data.from, to: data.to };
  return (
    <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ ...span, unit }}>
      {n}
    </Link>
  );
}
