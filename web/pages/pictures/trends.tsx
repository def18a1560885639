import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import type { picturesTrends } from '../../../src/contract/endpoints/pictures-trends.ts';
import { call } from '../../api.ts';
import { SinceIssue } from '../../app/since-issue.tsx';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { usePictureAddress } from './address.ts';
import { AreaTrends } from './area-trends.tsx';
import { Compared } from './compared.tsx';
import { RateChart, StockChart } from './trend-charts.tsx';
import { TrendTable } from './trend-table.tsx';
import type { Trend } from './types.ts';

/** Periods whose issued notice may say otherwise than the curve and is likely to be at hand. */
const TOLD = 2;
const NAMES = { month: '按月', quarter: '按季度' } as const;

/** 走势: found, closed, stock, coming back and pass rates over the periods; what was never reckoned stands as a gap. */
export function Trends({ areaId }: { areaId: string }) {
  const { search, change } = usePictureAddress();
  const { isKnown, range, isWhole } = useRange();
  const asked = search.every === 'month' || search.every === 'quarter' ? search.every : undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-trends', areaId, range, asked],
    queryFn: ({ signal }) => call<typeof picturesTrends>('/api/areas/:areaId/pictures/trends', { areaId, range, kind: asked }, signal),
    enabled: isKnown,
  });
  if (!data) return <Unready error={error} retry={refetch} what="走势" />;
  if (isWhole ? data.areas.every(({ rows }) => rows.length === 0) : data.rows.length === 0)
    return <EmptyState title="还没有统计过任何一期" next="监测完成并结账后，这里按期显示发现、销号、存量和合格率。" />;
  return (
    <>
      {data.kinds.length > 1 && (
        <Radio.Group
          className="every"
          aria-label="期的长短"
          optionType="button"
          options={data.kinds.map((value) => ({ value, label: NAMES[value] }))}
          value={data.kind}
          onChange={({ target }) => change({ every: target.value as string })}
        />
      )}
      {isWhole ? <AreaTrends areas={data.areas} areaId={areaId} /> : <OwnTrends data={data} areaId={areaId} />}
    </>
  );
}

function OwnTrends({ data, areaId }: { data: Trend; areaId: string }) {
  return (
    <>
      {data.rows
        .flatMap(({ id, reckoned }) => (reckoned ? [id] : []))
        .slice(-TOLD)
        .map((id) => (
          <SinceIssue key={id} areaId={areaId} periodId={id} of="stock" />
        ))}
      <Compared trend={data} />
      {data.rows.length > 1 && (
        <div className="chart-pair">
          <Section title="发现、销号与存量" note="按通报截止日分期">
            <StockChart rows={data.rows} />
          </Section>
          <Section title="合格率" note="基数见下表">
            <RateChart rows={data.rows} />
          </Section>
        </div>
      )}
      <Section title="各期数据" note="数字可点开所计的问题、网站和账号">
        <TrendTable rows={data.rows} areaId={areaId} />
      </Section>
    </>
  );
}
