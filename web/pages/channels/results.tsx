import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { channels } from '../../../src/contract/endpoints/channels.ts';
import type { channelsFile } from '../../../src/contract/endpoints/channels-file.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import { CHANNEL_RESULTS, listedChannels } from '../../../src/core/lists/channels.ts';
import { addressOf, call } from '../../api.ts';
import { LookNow } from '../../app/look-now.tsx';
import { Only } from '../../app/only.tsx';
import { SinceIssue } from '../../app/since-issue.tsx';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useMayLook } from '../../app/use-look.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { ChannelRows } from './channel-rows.tsx';
import { ChannelTabs } from './tabs.tsx';

/** 检查结果: every site and account, how it stands and what was found. */
export function Results() {
  const { areaId, period } = usePlace();
  const { search, change } = useAddress<string>({ replace: true });
  const mayLook = useMayLook(areaId);
  const narrow = useNarrow();
  const isChosen = mayLook && !narrow;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery({
    queryKey: ['channels', areaId, period],
    queryFn: ({ signal }) => call<typeof channels>('/api/areas/:areaId/channels', { areaId, period }, signal),
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="网站与账号" />;
  const kinds = [...new Map(data.rows.map(({ kind }) => [kind.code, kind.name]))];
  const rows = listedChannels(data.rows, search);
  // What was filtered away is not looked at unseen.
  const ids = chosen.filter((id) => rows.some((row) => row.id === id));
  const { q, type, kind, verdict, sort, order } = search;
  const asked = { q, type, kind, verdict, sort, order } as Omit<z.input<(typeof channelsFile)['input']>, 'areaId' | 'period'>;
  return (
    <>
      <div className="page-head">
        <h1>网站与账号</h1>
        <p className="page-note">
          {data.period ? `${data.period.label}检查结果` : '尚无检查结果'}　共 {data.rows.length} 个
          {rows.length !== data.rows.length && `，符合条件 ${rows.length} 个`}
          {'　'}
          <Link to="/areas/$areaId/accounts" params={{ areaId }} search={{}} className="text-link">
            账号的备案、关停和责任书
          </Link>
        </p>
      </div>
      <ChannelTabs />
      {data.period && <SinceIssue areaId={areaId} periodId={data.period.id} />}
      <search className="filters" aria-label="筛选网站与账号">
        <Input
          className="words"
          allowClear
          defaultValue={search.q}
          placeholder="名称、单位"
          aria-label="查找名称、单位"
          onChange={(event) => change({ q: event.target.value.trim() || undefined })}
        />
        <Select
          allowClear
          aria-label="类别"
          placeholder="类别"
          value={search.kind}
          popupMatchSelectWidth={false}
          options={kinds.map(([value, label]) => ({ value, label }))}
          onChange={(kind?: string) => change({ kind })}
        />
        <Select
          allowClear
          aria-label="检查结果"
          placeholder="检查结果"
          value={search.verdict}
          popupMatchSelectWidth={false}
          options={Object.entries(CHANNEL_RESULTS).map(([value, label]) => ({ value, label }))}
          onChange={(verdict?: string) => change({ verdict })}
        />
        <ExportLink href={addressOf<typeof channelsFile>('/api/areas/:areaId/channels.xlsx', { areaId, period, ...asked })} />
      </search>
      {data.rows.length > 0 && <LookNow areaId={areaId} chosen={ids} clear={() => setChosen([])} />}
      {data.rows.length === 0 ? (
        <EmptyState title="还没有登记网站和账号" next="先导入单位、网站和账号的名录，监测从登记之后开始。">
          <Only who={WATCHERS}>
            <Link to="/areas/$areaId/import" params={{ areaId }} search={{}}>
              去导入
            </Link>
          </Only>
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的网站或账号" next="请放宽筛选条件。" />
      ) : (
        <ChannelRows
          rows={rows}
          chosen={isChosen ? { keys: ids, change: setChosen, label: ({ name }) => `选择${name}` } : null}
          order={{
            by: search.sort ?? '',
            direction: search.order === 'asc' ? 'asc' : 'desc',
            change: (sort, order) => change({ sort, order: order === 'asc' ? order : undefined }),
          }}
        />
      )}
    </>
  );
}
