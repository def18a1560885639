import { useQuery } from '@tanstack/react-query';
import type { overview } from '../../../src/contract/endpoints/overview.ts';
import { call } from '../../api.ts';
import { SinceIssue } from '../../app/since-issue.tsx';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { AreasWork } from './areas-work.tsx';
import { Below, useOnlyAbove } from './below.tsx';
import { DueReports } from './due-reports.tsx';
import { GraveErrors } from './grave-errors.tsx';
import { Results } from './results.tsx';
import { Runs } from './runs.tsx';
import { StockEquation } from './stock-equation.tsx';
import { Trend } from './trend.tsx';
import { Units } from './units.tsx';
import { Unseen } from './unseen.tsx';

const REFRESH_WHILE_RUNNING_MS = 3_000;

export function Page() {
  const { areaId, period } = usePlace();
  const onlyAbove = useOnlyAbove(areaId);
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', areaId, period],
    queryFn: ({ signal }) => call<typeof overview>('/api/areas/:areaId/overview', { areaId, period }, signal),
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => run.state.code === 'running' || run.state.code === 'queued') ? REFRESH_WHILE_RUNNING_MS : false,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="概览" />;
  // Nothing counted at all is not the same as nothing wrong: an area without units of its own only leads to those below.
  if (onlyAbove)
    return (
      <>
        <div className="page-head">
          <h1>总体情况</h1>
          <p className="page-note">本级没有登记单位、网站和账号</p>
        </div>
        <Below areaId={areaId} />
        <AreasWork areaId={areaId} />
      </>
    );
  return (
    <>
      <div className="page-head">
        <h1>{data.period ? `${data.period.label}总体情况` : '总体情况'}</h1>
        {data.period && (
          <p className="page-note">
            统计截至{dayInWords(data.period.cutoff)}
            {data.period.sheet && <>　检查指标 {data.period.sheet}</>}
          </p>
        )}
      </div>
      {data.period && <SinceIssue areaId={areaId} periodId={data.period.id} />}
      <GraveErrors areaId={areaId} />
      <DueReports areaId={areaId} />
      {data.period ? (
        <Results kinds={data.kinds} />
      ) : (
        <EmptyState title="还没有统计过任何一期" next="监测、人工复核并结账后，这里显示检查结果、合格率和问题存量。" />
      )}
      <Below areaId={areaId} />
      <AreasWork areaId={areaId} />
      <div className="stacks">
        <div className="stack">
          {data.period && <Trend trend={data.trend} />}
          <Unseen unseen={data.unseen} />
        </div>
        <div className="stack">
          <StockEquation stock={data.stock} />
          <Units units={data.units} waiting={data.waiting} />
        </div>
      </div>
      <Runs runs={data.runs} />
    </>
  );
}
