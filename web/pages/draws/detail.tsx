import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { draw } from '../../../src/contract/endpoints/draw.ts';
import type { drawFile } from '../../../src/contract/endpoints/draw-file.ts';
import { addressOf, call } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { moment } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import { useDrawsAddress } from './address.ts';
import { InspectionDetail } from './inspection.tsx';
import { Repeat } from './repeat.tsx';
import { SpotDetail } from './spot.tsx';

/** The record of one draw: on screen, to print, to draw again. */
export function Detail({ areaId, drawId }: { areaId: string; drawId: string }) {
  const { search, change } = useDrawsAddress();
  const asked = { areaId, drawId, page: search.page ?? 1 };
  const { data, error, refetch } = useQuery({
    queryKey: ['draw', areaId, drawId, asked.page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call<typeof draw>('/api/areas/:areaId/draws/:drawId', asked, signal),
  });
  const back = (
    <p className="crumb">
      <button type="button" className="plain" onClick={() => change({ draw: undefined, page: undefined })}>
        ← 抽查记录
      </button>
    </p>
  );
  if (error)
    return (
      <>
        {back}
        <ErrorState error={error} retry={refetch} />
      </>
    );
  if (!data) return <Loading what="抽取记录" />;
  const { spot, inspection } = data;
  const head = inspection ?? spot;
  if (!head) return null;
  const file = (form: 'docx' | 'xlsx') => addressOf<typeof drawFile>('/api/areas/:areaId/draws/:drawId/protocol', { areaId, drawId, form });
  return (
    <>
      {back}
      <div className="page-head">
        <h1>{head.purpose}</h1>
        <p className="page-note">
          {moment(head.madeAt)}　{head.madeBy}抽取　种子 <b>{head.seed}</b>　方法 {head.method}
        </p>
      </div>
      <div className="draw-acts">
        <a href={file('docx')} download>
          打印抽取记录（.docx）
        </a>
        <ExportLink href={file('xlsx')} name="导出名单" />
        <Repeat areaId={areaId} drawId={drawId} seed={head.seed} example={head.drawn[0]?.id} />
      </div>
      {inspection && <InspectionDetail areaId={areaId} view={inspection} />}
      {spot && <SpotDetail view={spot} />}
    </>
  );
}
