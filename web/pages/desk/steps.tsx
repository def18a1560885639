import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { deskSteps } from '../../../src/contract/endpoints/desk-steps.ts';
import { call } from '../../api.ts';
import { useDeskAddress } from './address.ts';

/** 复核各步计数 of a span: found, and what became of it; the parts add up to the whole. */
export function Steps({ areaId }: { areaId: string }) {
  const { search, change } = useDeskAddress();
  const span = { from: search.from, to: search.to };
  // The span counts what was found in it; what waits is listed whatever its day.
  const setSpan = (values: { from: string; to: string }) => change({ ...values, page: search.page });
  const { data } = useQuery({
    queryKey: ['desk-steps', areaId, span],
    queryFn: ({ signal }) => call<typeof deskSteps>('/api/areas/:areaId/desk-steps', { areaId, ...span }, signal),
  });
  if (!data) return <div className="desk-steps" aria-busy="true" />;
  const parts = [
    ['待复核', data.waiting],
    ['认定', data.confirmed],
    ['不予认定', data.rejected],
    ['并入', data.merged],
    ['豁免', data.exempted],
  ] as const;
  return (
    <div className="desk-steps">
      <span className="desk-span">
        <Day name="发现日期起" value={data.from} set={(from) => setSpan({ from, to: data.to })} />
        至
        <Day name="发现日期止" value={data.to} set={(to) => setSpan({ from: data.from, to })} />
      </span>
      <span>
        发现 <b>{data.found}</b> 条
      </span>
      {parts.map(([name, count]) => (
        <span key={name} className={count === 0 ? 'desk-none' : undefined}>
          {name} <b>{count}</b>
        </span>
      ))}
      {data.bySource.length > 1 && (
        <span className="section-note">
          {data.bySource.map(({ source, found, confirmed }) => `${source.name}${found}条认定${confirmed}条`).join('，')}
        </span>
      )}
    </div>
  );
}

function Day({ name, value, set }: { name: string; value: string; set(day: string): void }) {
  return (
    <Input size="small" type="date" aria-label={name} value={value} onChange={(event) => event.target.value && set(event.target.value)} />
  );
}
