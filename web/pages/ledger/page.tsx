import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { problemFacets } from '../../../src/contract/endpoints/problem-facets.ts';
import type { problems } from '../../../src/contract/endpoints/problems.ts';
import type { problemsFile } from '../../../src/contract/endpoints/problems-file.ts';
import { addressOf, call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { Unready } from '../../parts/unready.tsx';
import { asText, useLedgerAddress } from './filter.ts';
import { Filters } from './filters.tsx';
import { List } from './list.tsx';
import { ProblemDrawer } from './problem-drawer.tsx';

const DEFAULT_SIZE = 20;

export function Page() {
  const { areaId } = usePlace();
  const { search } = useLedgerAddress();
  const { isKnown, range, isWhole, words } = useRange();
  const facets = useQuery({
    queryKey: ['problem-facets', areaId, range],
    queryFn: ({ signal }) => call<typeof problemFacets>('/api/areas/:areaId/problem-facets', { areaId, range }, signal),
    enabled: isKnown,
  });
  const { status, category, unit, kind, channel, q, overdue } = search;
  const narrowed = {
    areaId,
    range,
    area: isWhole ? search.area : undefined,
    status: search.stock === 'yes' && !status ? asText(facets.data?.stock.statuses ?? []) : status,
    category,
    unit,
    kind,
    channel,
    q,
    overdue: overdue === 'yes' ? ('yes' as const) : undefined,
    soon: search.soon === 'yes' ? ('yes' as const) : undefined,
    due: search.due,
    move: search.move as 'found' | undefined,
    from: search.from,
    to: search.to,
    notice: search.notice,
    recurred: search.recurred === 'yes' ? ('yes' as const) : undefined,
  };
  const order = { sort: search.sort as 'found' | undefined, order: search.order as 'asc' | undefined };
  const asked = {
    ...narrowed,
    ...order,
    page: search.page ?? 1,
    size: search.size ?? DEFAULT_SIZE,
  };
  const rows = useQuery({
    queryKey: ['problems', asked],
    queryFn: ({ signal }) => call<typeof problems>('/api/areas/:areaId/problems', asked, signal),
    placeholderData: keepPreviousData,
    enabled: facets.data !== undefined,
  });
  if (!facets.data) return <UnreadyPage error={facets.error} retry={facets.refetch} what="问题台账" />;
  return (
    <>
      <div className="page-head">
        <h1>问题台账</h1>
        <p className="page-note">
          {isWhole && `${words.whole} ${facets.data.areas.length} 个地区（含本级），`}现有存量（未销号）{facets.data.stock.count} 个；
          {isWhole ? '点开问题可看全部经过，办理请到该地区的台账' : '台账只增不改，每个问题的全部经过可逐条查看'}
        </p>
      </div>
      <Filters facets={facets.data} file={addressOf<typeof problemsFile>('/api/areas/:areaId/problems.xlsx', { ...narrowed, ...order })} />
      {rows.data ? (
        <List data={rows.data} busy={rows.isPlaceholderData} />
      ) : (
        <Unready error={rows.error} retry={rows.refetch} what="问题" />
      )}
      <ProblemDrawer />
    </>
  );
}
