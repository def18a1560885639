import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import type { problem } from '../../../src/contract/endpoints/problem.ts';
import { call } from '../../api.ts';
import { useAreas, usePlace } from '../../app/use-areas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FindingPictures } from '../../parts/finding-pictures.tsx';
import { Loading } from '../../parts/loading.tsx';
import { RectificationPart } from './acts/rectification.tsx';
import { useLedgerAddress } from './filter.ts';
import { History } from './history.tsx';
import { ProblemFacts } from './problem-facts.tsx';

const WIDTH_PX = 760;

/** One problem beside the list; its id is in the address, so it can be sent on. */
export function ProblemDrawer() {
  const { areaId: here } = usePlace();
  const { search, change } = useLedgerAddress();
  const { data: areas } = useAreas();
  const areaId = search.in ?? here;
  const elsewhere = areaId === here ? null : (areas?.find(({ id }) => id === areaId)?.name ?? '所属地区');
  const problemId = search.problem;
  const { data, error, refetch } = useQuery({
    queryKey: ['problem', areaId, problemId],
    queryFn: ({ signal }) =>
      call<typeof problem>('/api/areas/:areaId/problems/:problemId', { areaId, problemId: problemId as string }, signal),
    enabled: problemId !== undefined,
  });
  return (
    <Drawer
      open={problemId !== undefined}
      onClose={() => change({ problem: undefined, in: undefined })}
      title={data ? `${elsewhere ?? ''}${data.row.unit.name}：${data.row.category.name}` : '问题'}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      destroyOnHidden
      classNames={{ body: 'drawer-body' }}
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : data ? (
        <>
          {elsewhere !== null && (
            <p className="page-note">
              这是{elsewhere}的问题，
              <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: data.row.id }}>
                到{elsewhere}台账办理
              </Link>
            </p>
          )}
          <ProblemFacts data={data} />
          <FindingPictures areaId={areaId} problemId={data.row.id} pictures={data.pictures} />
          <RectificationPart areaId={areaId} problemId={data.row.id} isShownOnly={elsewhere !== null} />
          <History data={data} areaId={areaId} />
        </>
      ) : (
        <Loading what="问题" />
      )}
    </Drawer>
  );
}
