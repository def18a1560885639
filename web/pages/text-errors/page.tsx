import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { textErrors } from '../../../src/contract/endpoints/text-errors.ts';
import type { textErrorsFile } from '../../../src/contract/endpoints/text-errors-file.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import { addressOf, call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMay } from '../../app/use-may.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NothingFound } from '../../parts/nothing-found.tsx';
import { useQueueAddress } from './address.ts';
import { Filters } from './filters.tsx';
import { ReviewList } from './queue.tsx';
import '../notices/workshop.css';
import './text-errors.css';
import type { Queue } from './types.ts';

const SIZE = 20;
const STATES = [
  { state: 'open', name: '待复核' },
  { state: 'confirmed', name: '已确认' },
  { state: 'dismissed', name: '不是错误' },
] as const;

/** 错情复核: what the machine suspects in the words of the sites, decided by a person. */
export function Page() {
  const { areaId } = usePlace();
  const { search, change, clear, filtered } = useQueueAddress();
  const may = useMay(WATCHERS);
  const state = STATES.find((one) => one.state === search.state)?.state ?? 'open';
  const { layer, q, site } = search;
  const narrowed = {
    ...{ areaId, state, site, q },
    layer: layer as 'L1' | undefined,
    severity: search.severity === undefined ? undefined : Number(search.severity),
    unlikely: search.unlikely === 'yes' ? ('yes' as const) : undefined,
  };
  const asked = { ...narrowed, page: search.page ?? 1, size: SIZE };
  const { data, error, refetch } = useQuery({
    queryKey: ['text-errors', areaId, asked],
    queryFn: ({ signal }) => call<typeof textErrors>('/api/areas/:areaId/text-errors', asked, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="疑似错误" />;
  const grave = data.open.find(({ severity }) => severity === 1)?.count ?? 0;
  return (
    <>
      <div className="page-head">
        <h1>错情复核</h1>
        <p className="page-note">{progressWords(data.progress)}</p>
      </div>
      {grave > 0 && (
        <p className="text-grave" role="alert">
          有 {grave} 条疑似严重表述错误待复核，一处即单项否决，请先处理。
          <button type="button" className="plain" onClick={() => change({ severity: '1', state: undefined })}>
            只看这些
          </button>
        </p>
      )}
      <div className="text-states">
        {STATES.map((one) => (
          <button
            key={one.state}
            type="button"
            aria-pressed={one.state === state}
            className={one.state === state ? 'text-state text-state-on' : 'text-state'}
            onClick={() => change({ state: one.state === 'open' ? undefined : one.state })}
          >
            {one.name}
          </button>
        ))}
        {may && (
          <span className="section-note text-keys">
            键盘：<kbd>J</kbd>
            <kbd>K</kbd> 下一条、上一条　<kbd>Y</kbd> 确认　<kbd>N</kbd> 不是错误　<kbd>O</kbd> 全部出处　<kbd>X</kbd> 选择　<kbd>U</kbd>{' '}
            撤销
          </span>
        )}
      </div>
      <Filters data={data} file={addressOf<typeof textErrorsFile>('/api/areas/:areaId/text-errors.xlsx', narrowed)} />
      {data.hidden > 0 && (
        <p className="section-foot">
          另有 {data.hidden} 条把握不大的没有列出：同类疑点在该网站复核时多数不是错误。
          <button type="button" className="plain" onClick={() => change({ unlikely: 'yes' })}>
            一并列出
          </button>
        </p>
      )}
      {data.total === 0 ? (
        <Nothing data={data} filtered={filtered} state={state} clear={clear} />
      ) : (
        <ReviewList areaId={areaId} data={data} size={SIZE} />
      )}
    </>
  );
}

function progressWords({ pages, read, fresh, stock }: Queue['progress']): string {
  if (pages === 0) return '还没有校对过页面';
  const waiting = [fresh > 0 ? `新页面 ${fresh} 个` : '', stock > 0 ? `因词表改动待重看的 ${stock} 个` : ''].filter(Boolean).join('，');
  return `已校对 ${read} 个页面${waiting ? `；等待校对：${waiting}` : '，全部按现在的词表看过'}`;
}

function Nothing({ data, filtered, state, clear }: { data: Queue; filtered: boolean; state: string; clear(): void }) {
  if (filtered) return <NothingFound of="疑似错误" clear={clear} />;
  if (state === 'confirmed') return <EmptyState title="还没有确认过错误" next="在“待复核”中确认的错误列在这里，同时记入问题台账。" />;
  if (state === 'dismissed')
    return <EmptyState title="还没有标为不是错误的" next="标为不是错误的写法，以后在同一网站不再提出，可以在这里撤回。" />;
  return data.progress.read === 0 ? (
    <EmptyState
      title="还没有校对过页面"
      next="监测网站时新发布的页面会自动校对；以前留存的页面由系统管理员在服务器上用命令“mingcha run 地区 --stock”校对。"
    />
  ) : (
    <EmptyState title="没有待复核的疑似错误" next="没有发现不等于没有错，请仍按“三审三校”审核。" />
  );
}
