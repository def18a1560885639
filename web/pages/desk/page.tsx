import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { desk } from '../../../src/contract/endpoints/desk.ts';
import { call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NothingFound } from '../../parts/nothing-found.tsx';
import { useDeskAddress } from './address.ts';
import '../text-errors/text-errors.css';
import './desk.css';
import { Filters } from './filters.tsx';
import { Sitting } from './sitting.tsx';
import { Steps } from './steps.tsx';

/** Findings of one load: what a person gets through before the list is asked anew. */
const SIZE = 200;

/** 人工复核: what machine and third parties found waits here for a person. */
export function Page() {
  const { areaId } = usePlace();
  const { search, clear, filtered } = useDeskAddress();
  const [batch, setBatch] = useState(0);
  const { unit, category, source, q } = search;
  const asked = { areaId, unit, category, source, q, page: search.page ?? 1, size: SIZE };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['desk', areaId, asked],
    queryFn: ({ signal }) => call<typeof desk>('/api/areas/:areaId/desk', asked, signal),
    placeholderData: keepPreviousData,
    // The list stands still while it is worked through; the next batch is asked for.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="待复核的发现" />;
  return (
    <>
      <div className="page-head">
        <h1>人工复核</h1>
        <p className="page-note">
          待复核 {data.waiting} 条{data.grave > 0 && <b className="is-bad">，其中须当日处理的 {data.grave} 条</b>}
          ；认定以前不算任何单位的问题
        </p>
      </div>
      <Steps areaId={areaId} />
      <Filters data={data} areaId={areaId} />
      <Sitting
        key={`${JSON.stringify(asked)} ${batch} ${isPlaceholderData}`}
        areaId={areaId}
        data={data}
        stale={isPlaceholderData}
        again={() => void refetch().then(() => setBatch(batch + 1))}
      >
        {filtered ? (
          <NothingFound of="发现" clear={clear} />
        ) : (
          <EmptyState
            title="没有待复核的发现"
            next="监测和第三方的新发现会自动列在这里。没有发现不等于都合格，请同时查看概览中的“未检查与待人工判断”。"
          />
        )}
      </Sitting>
    </>
  );
}
