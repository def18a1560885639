import type { reposts } from '../../../src/contract/endpoints/reposts.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

/** 转载: each item told, with those that have not done it by name (seeds M17). */
export function RepostsView({ areaId, period }: { areaId: string; period: string | undefined }) {
  return (
    <>
      <PeriodBar {...{ areaId, period }} of="转载" list="reposts" />
      <PeriodQuery
        queryKey={['accounts', areaId, 'reposts', period]}
        what="转载情况"
        ask={(signal) => call<typeof reposts>('/api/areas/:areaId/reposts', { areaId, period }, signal)}
      >
        {({ rows, channels, period: { label } }) => {
          if (rows.length === 0)
            return <EmptyState title={`${label}没有转载任务`} next="请在“导入”中用“转载任务”表登记要求转载的信息和期限。" />;
          const names = new Map(channels.map(({ id, name, kindName }) => [id, `${name}（${kindName}）`]));
          return rows.map((row) => {
            const of = (...codes: string[]) => row.channels.filter(({ state }) => codes.includes(state.code));
            return (
              <Section
                key={row.id}
                title={row.title}
                note={`${row.origin ?? ''}　${row.publishedOn} 发布，${moment(row.due)} 前转载；${row.counts
                  .filter(({ count }) => count > 0)
                  .map(({ name, count }) => `${name} ${count}`)
                  .join('，')}`}
              >
                <List name="未转载" bad rows={of('missing').map(({ channelId }) => names.get(channelId) ?? channelId)} />
                <List name="逾期转载" rows={of('late').map(({ channelId, on }) => `${names.get(channelId) ?? channelId} ${on}`)} />
                <List name="已转载" rows={of('done').map(({ channelId, on }) => `${names.get(channelId) ?? channelId} ${on}`)} />
                <List name="未到期" rows={of('open').map(({ channelId }) => names.get(channelId) ?? channelId)} />
                <List name="未采集，无法判断" rows={of('unseen').map(({ channelId }) => names.get(channelId) ?? channelId)} />
              </Section>
            );
          });
        }}
      </PeriodQuery>
    </>
  );
}

/** More names than this are folded away. */
const MANY = 20;

function List({ name, rows, bad = false }: { name: string; rows: readonly string[]; bad?: boolean }) {
  if (rows.length === 0) return null;
  const head = (
    <b className={bad ? 'is-bad' : undefined}>
      {name} {rows.length}
    </b>
  );
  if (rows.length <= MANY)
    return (
      <p className="wrap">
        {head}：{rows.join('、')}
      </p>
    );
  return (
    <details className="wrap">
      <summary>{head}</summary>
      {rows.join('、')}
    </details>
  );
}
