import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { externalHosts } from '../../../src/contract/endpoints/external-hosts.ts';
import type { externalHostsFile } from '../../../src/contract/endpoints/external-hosts-file.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMay } from '../../app/use-may.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NoSuchPage, Pages } from '../../parts/pages.tsx';
import '../notices/workshop.css';
import '../text-errors/text-errors.css';
import { DecideBar } from './decide-bar.tsx';
import './external-hosts.css';
import { countOf } from './count-of.ts';
import { Filters } from './filters.tsx';
import { HostList } from './list.tsx';
import { type Hosts, idOf } from './types.ts';

/** 外部链接: every site outside that pages link to, with the decisions of the office (seeds S03). */
export function Page() {
  const { areaId } = usePlace();
  const { site, standing, doubt, q, sort, page } = useSearch({ strict: false }) as Search;
  const asked = { areaId, siteId: site, standing, doubt, q, sort } as z.input<(typeof externalHostsFile)['input']>;
  const { data, error, refetch } = useQuery({
    queryKey: ['external-hosts', areaId, asked, page],
    queryFn: ({ signal }) => call<typeof externalHosts>('/api/areas/:areaId/external-hosts', { ...asked, page: page ?? '1' }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="外部链接" />;
  return <Desk areaId={areaId} data={data} file={addressOf<typeof externalHostsFile>('/api/areas/:areaId/external-hosts.xlsx', asked)} />;
}

function Desk({ areaId, data, file }: { areaId: string; data: Hosts; file: string }) {
  const { sites, rows, total } = data;
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState('');
  const may = useMay(WATCHERS);
  const change = (values: Search) => {
    setChosen(new Set());
    // Other conditions begin again at the first page.
    void navigate({ to: '.', search: (before: Search) => ({ ...before, page: undefined, ...values }), replace: true, resetScroll: false });
  };
  const go = (page: string | undefined) => change({ page });
  const choose = (ids: readonly string[], on: boolean) => {
    setTold('');
    setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  };
  const waiting = countOf(sites, ['open', 'changed']);
  const settled = countOf(sites, ['government', 'neutral']);
  const decidable = countOf(sites, ['open', 'changed', 'allowed', 'refused']);
  const picked = rows.filter((row) => chosen.has(idOf(row)));
  return (
    <>
      <div className="page-head">
        <h1>外部链接</h1>
        <p className="page-note">
          近一个月页面链接到的其他网站 {decidable + settled} 个：待研判 {waiting} 个，已研判 {decidable - waiting} 个，政府域名和公认网站{' '}
          {settled} 个（不需研判）
        </p>
      </div>
      <Filters sites={sites} search={search} change={change} file={file} total={total} />
      {picked.length > 0 && (
        <DecideBar
          areaId={areaId}
          rows={picked}
          done={(words) => {
            setChosen(new Set());
            setTold(words);
          }}
          cancel={() => setChosen(new Set())}
        />
      )}
      {told && (
        <p className="section-foot" role="status">
          {told}
        </p>
      )}
      {sites.length === 0 ? (
        <EmptyState title="还没有发现外部链接" next="监测网站时，页面链接到的本地区以外的网站会列在这里；没有监测过的网站不在其内。" />
      ) : total > 0 && rows.length === 0 ? (
        <NoSuchPage of={data} go={go} />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的外部链接" next="请放宽筛选条件。" />
      ) : (
        <HostList rows={rows} chosen={chosen} choose={may ? choose : null} />
      )}
      <Pages of={data} go={go} unit="个" />
    </>
  );
}
