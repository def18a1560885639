import type { z } from 'zod';
import type { accountOutput } from '../../../src/contract/endpoints/account-output.ts';
import { listedOutput, OUTPUT_ONLY } from '../../../src/core/lists/publishing.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { useAccountsPage } from './address.ts';
import { choicesOf } from './filter-bar.tsx';
import { PagedRows, type SortedColumn } from './paged-rows.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

type Row = z.output<(typeof accountOutput)['output']>['rows'][number];

const COLUMNS: readonly SortedColumn<Row>[] = [
  {
    ...{ title: '账号', width: 240, card: 'head', sort: 'name' },
    by: (row) => row.name,
    cell: (row) => (
      <>
        {row.name}
        <small className="sub">{row.platformName}</small>
      </>
    ),
  },
  { title: '单位', width: 200, card: 'body', sort: 'unit', by: (row) => row.unitName, cell: (row) => row.unitName },
  {
    ...{ title: '发布', width: 90, sort: 'posts' },
    by: (row) => (row.seen ? String(row.posts).padStart(9, '0') : null),
    cell: (row) => (row.seen ? row.posts : <span className="is-zero">未采集</span>),
  },
  { title: '原创', width: 150, cell: (row) => originalsOf(row) },
  { title: '薄弱环节', card: 'body', cell: (row) => <span className="is-undecided">{row.weaknesses.join('；')}</span> },
  {
    ...{ title: '检查结果', width: 120, card: 'mark' },
    cell: (row) => (row.verdict ? <StatusMark {...row.verdict} /> : <span className="is-zero">—</span>),
  },
];

/** Originals among the posts that say so; a post without a mark is none and is not called one. */
function originalsOf({ posts, originals, marked }: Row) {
  if (marked === 0) return <span className="is-zero">{posts === 0 ? '—' : '没有标明'}</span>;
  return marked === posts ? originals : `标明的 ${marked} 条中 ${originals} 条`;
}

/** 发布情况: posts and originals of each account; few of either is a weakness and changes no result (seeds M13). */
export function OutputView({ areaId, period }: { areaId: string; period: string | undefined }) {
  const { search } = useAccountsPage();
  return (
    <>
      <PeriodBar
        {...{ areaId, period }}
        of="发布情况"
        list="output"
        words="账号、单位"
        choices={[{ key: 'only', name: '只看', options: choicesOf(OUTPUT_ONLY) }]}
      />
      <PeriodQuery
        queryKey={['accounts', areaId, 'output', period]}
        what="发布情况"
        ask={(signal) => call<typeof accountOutput>('/api/areas/:areaId/account-output', { areaId, period }, signal)}
      >
        {({ rows, until, judgedOn, period: { label } }) => {
          const shown = listedOutput(rows, search);
          const weak = rows.filter(({ weaknesses }) => weaknesses.length > 0).length;
          return (
            <Section
              title="发布量和原创"
              note={`${label}，计至 ${until}；${judgedOn ? `按 ${judgedOn} 的监测` : '还没有监测'}，薄弱环节 ${weak} 个，不影响检查结果`}
            >
              {shown.length === 0 ? (
                <EmptyState
                  title={rows.length === 0 ? '没有正常运行的账号' : '没有符合条件的账号'}
                  next={rows.length === 0 ? '账号备案并投入运行以后开始统计。' : '请放宽筛选条件。'}
                />
              ) : (
                <PagedRows
                  label="发布量和原创"
                  rows={shown.toSorted((a, b) => b.weaknesses.length - a.weaknesses.length)}
                  columns={COLUMNS}
                  keyOf={({ id }) => id}
                />
              )}
            </Section>
          );
        }}
      </PeriodQuery>
    </>
  );
}
