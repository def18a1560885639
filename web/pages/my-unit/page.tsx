import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { myUnit } from '../../../src/contract/endpoints/my-unit.ts';
import { call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { ProblemDrawer } from '../ledger/problem-drawer.tsx';
import { ChooseUnit } from './choose-unit.tsx';
import { Limits } from './limits.tsx';
import { Matters } from './matters.tsx';
import { Prompts } from './prompts.tsx';
import { Reports } from './reports.tsx';
import { Tasks } from './tasks.tsx';
import { Waiting } from './waiting.tsx';
import './my-unit.css';

/** 本单位: one sentence that says what is expected today, then the matters in the order of their days. */
export function Page() {
  const { areaId } = usePlace();
  const me = useMe();
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  // Somebody of the office looks at the page of any unit; a unit's person at the own one.
  const unitId = search.unit ?? me.unit?.id;
  const { data, error, refetch } = useQuery({
    queryKey: ['my-unit', areaId, unitId],
    queryFn: ({ signal }) => call<typeof myUnit>('/api/areas/:areaId/my-unit', { areaId, unitId }, signal),
    enabled: unitId !== undefined,
  });
  const choose =
    me.role === 'unit' ? null : (
      <ChooseUnit
        areaId={areaId}
        unitId={unitId}
        choose={(id) => navigate({ to: '.', search: (before: Search) => ({ ...before, unit: id }) })}
      />
    );
  if (unitId === undefined)
    return (
      <>
        <div className="page-head">
          <h1>各单位页面</h1>
          {choose}
        </div>
        {me.role === 'unit' ? (
          <EmptyState title="您的账号没有对应的单位" next="请联系政务公开办，在用户管理中为您指定单位。" />
        ) : (
          <EmptyState title="请选择一个单位" next="可以看到该单位自己看到的待办事项。" />
        )}
      </>
    );
  if (!data) return <UnreadyPage error={error} retry={refetch} what="本单位" />;
  return (
    <>
      <div className="page-head">
        <h1>{data.unit.name}</h1>
        <p className="page-note">
          {dayInWords(data.today)}
          {data.unit.subUnits > 0 && `，含下属单位 ${data.unit.subUnits} 个`}
        </p>
        {choose}
      </div>
      <p className="expected" aria-live="polite">
        {data.sentence}
      </p>
      <Matters data={data} areaId={areaId} own={me.role === 'unit'} />
      <Limits data={data} />
      <Reports data={data} areaId={areaId} />
      <Tasks data={data} areaId={areaId} />
      <Prompts data={data} areaId={areaId} />
      <Waiting data={data} />
      <ProblemDrawer />
    </>
  );
}
