import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { rectificationReports } from '../../../src/contract/endpoints/rectification-reports.ts';
import type { rectificationReportsFile } from '../../../src/contract/endpoints/rectification-reports-file.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { listedReports } from '../../../src/core/lists/reports.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMay } from '../../app/use-may.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { dayInWords } from '../../parts/format.ts';
import { AskForm } from './ask-form.tsx';
import { ReportRows } from './rows.tsx';
import './rectification.css';

/** 整改情况扫描件: which units have handed theirs in, which have not, and what is missing. */
export function Page() {
  const { areaId } = usePlace();
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Search) => navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }) });
  const asks = useMay(OFFICE);
  const [asking, setAsking] = useState(false);
  const asked = { areaId, about: search.about };
  const { data, error, refetch } = useQuery({
    queryKey: ['rectification-reports', asked],
    queryFn: ({ signal }) => call<typeof rectificationReports>('/api/areas/:areaId/rectification-reports', asked, signal),
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="扫描件上报情况" />;
  const handedIn = data.rows.filter(({ returned }) => returned !== null).length;
  const { state: only, sort, order } = search;
  const shown = listedReports(data.rows, search);
  const narrowing = { state: only, sort, order } as Pick<z.input<(typeof rectificationReportsFile)['input']>, 'state' | 'sort' | 'order'>;
  return (
    <>
      <div className="page-head">
        <h1>整改情况扫描件</h1>
        <p className="page-note">
          {data.title
            ? `${data.title}涉及 ${data.rows.length} 个单位，已上报 ${handedIn} 个；截至${dayInWords(data.today)}`
            : '随通报交办的，或者要求单独上报的，各单位的整改报告在这里收齐'}
        </p>
      </div>
      {asks && asking ? (
        <AskForm
          areaId={areaId}
          close={() => setAsking(false)}
          asked={(about) => {
            setAsking(false);
            change({ about, state: undefined });
          }}
        />
      ) : (
        asks && (
          <div className="report-ask">
            <Button onClick={() => setAsking(true)}>要求上报单独交办的问题</Button>
          </div>
        )
      )}
      {data.choices.length > 0 && (
        <div className="report-bar">
          <Select
            aria-label="通报或月份"
            value={data.about ?? undefined}
            options={data.choices.map(({ about, title }) => ({ value: about, label: title }))}
            onChange={(about: string) => change({ about, state: undefined })}
          />
          <Select
            aria-label="状态"
            placeholder="全部状态"
            allowClear
            value={search.state}
            popupMatchSelectWidth={false}
            options={data.states.map(({ code, name, count }) => ({ value: code, label: `${name} ${count}` }))}
            onChange={(state?: string) => change({ state })}
          />
          <ExportLink
            href={addressOf<typeof rectificationReportsFile>('/api/areas/:areaId/rectification-reports.xlsx', { ...asked, ...narrowing })}
          />
        </div>
      )}
      {data.rows.length === 0 ? (
        <EmptyState title="还没有需要上报的单位" next="随通报交办的问题，由各单位盖章上报；在台账里单独交办的，由政务公开办要求后上报。">
          <Link to="/areas/$areaId/notices" params={{ areaId }}>
            去通报
          </Link>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title="没有这种状态的单位" next="请改选其他状态。" />
      ) : (
        <ReportRows
          rows={shown}
          areaId={areaId}
          about={data.about as string}
          order={{
            by: search.sort ?? '',
            direction: search.order === 'asc' ? 'asc' : 'desc',
            change: (by, direction) => change({ sort: by, order: direction === 'asc' ? direction : undefined }),
          }}
        />
      )}
    </>
  );
}
