import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { settings } from '../../../src/contract/endpoints/settings.ts';
import { call } from '../../api.ts';
import { PageTabs } from '../../app/page-tabs.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { Unready } from '../../parts/unready.tsx';
import { AddressGroups } from './address-groups.tsx';
import { Figures } from './figures.tsx';
import { Head } from './head.tsx';
import { Messages } from './messages.tsx';
import { Monitoring } from './monitoring.tsx';
import { Prompts } from './prompts.tsx';
import { Reports } from './reports.tsx';
import './settings.css';
import { KEY } from './types.ts';
import { WorkYears } from './work-years.tsx';

const TABS = [
  { tab: undefined, name: '监测与整改', Part: Monitoring },
  { tab: 'figures', name: '指标核实', Part: Figures },
  { tab: 'head', name: '通报版头', Part: Head },
  { tab: 'addressees', name: '主送机关', Part: AddressGroups },
  { tab: 'reports', name: '应印发的通报', Part: Reports },
  { tab: 'messages', name: '消息与提醒', Part: Messages },
  { tab: 'prompts', name: '提示与巡网', Part: Prompts },
  { tab: 'calendar', name: '工作日历', Part: WorkYears },
] as const;

/** 地区设置: what an office sets once and seldom changes, so that it never needs the command line. */
export function Page() {
  const { areaId } = usePlace();
  const { tab } = useSearch({ strict: false });
  const shown = TABS.find((one) => one.tab === tab) ?? TABS[0];
  const { data, error, refetch } = useQuery({
    queryKey: [KEY, areaId],
    queryFn: ({ signal }) => call<typeof settings>('/api/areas/:areaId/settings', { areaId }, signal),
  });
  return (
    <>
      <div className="page-head">
        <h1>地区设置</h1>
        {data?.simulated && <p className="page-note">{data.area}是示例地区，时钟停在它的资料所在的日期。</p>}
      </div>
      <PageTabs label="设置的各部分" tabs={TABS} shown={shown.tab} />
      {data ? (
        <shown.Part key={`${areaId} ${shown.name}`} areaId={areaId} data={data} />
      ) : (
        <Unready error={error} retry={refetch} what="设置" />
      )}
    </>
  );
}
