import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { patrols } from '../../../src/contract/endpoints/patrols.ts';
import type { patrolsFile } from '../../../src/contract/endpoints/patrols-file.ts';
import { addressOf, call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { NoSuchPage, Pages } from '../../parts/pages.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { usePromptsAddress } from './address.ts';
import { PatrolForm } from './patrol-form.tsx';
import { PatrolRows } from './patrol-rows.tsx';
import './prompts.css';
import { KEYS } from './types.ts';

/** 主动巡网 of the own unit: file one, and put right what earlier ones found. Made for a telephone. */
export function MyPatrols({ areaId }: { areaId: string }) {
  const { search, change } = usePromptsAddress();
  const page = search.page ?? '1';
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.patrols, areaId, page],
    queryFn: ({ signal }) => call<typeof patrols>('/api/areas/:areaId/patrols', { areaId, page }, signal),
    placeholderData: keepPreviousData,
  });
  const go = (number: string | undefined) => change({ page: number });
  if (!data) return <Unready error={error} retry={refetch} what="巡网记录" />;
  return (
    <>
      <PatrolForm areaId={areaId} data={data} />
      <Section
        title="巡网记录"
        note={
          <>
            {data.from} 至 {data.to}　<ExportLink href={addressOf<typeof patrolsFile>('/api/areas/:areaId/patrols.xlsx', { areaId })} />
          </>
        }
      >
        {data.total > 0 && data.rows.length === 0 ? (
          <NoSuchPage of={data} go={go} />
        ) : data.rows.length === 0 ? (
          <EmptyState title="还没有登记过巡网" next="先于检查发现并整改的问题，不计入本单位的问题。" />
        ) : (
          <PatrolRows areaId={areaId} rows={data.rows} own />
        )}
        <Pages of={data} go={go} unit="次" />
      </Section>
    </>
  );
}
