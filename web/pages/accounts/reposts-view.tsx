import type { reposts } from '../../../src/contract/endpoints/reposts.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { listAddress } from './list-address.ts';
import { PeriodQuery } from './period-query.tsx';

/** 转载: each item told, with those that have not done it by name (seeds M17). */
export function RepostsView({ areaId, period }: { areaId: string; period: string | undefined }) {
  return (
    <PeriodQuery
      queryKey={['accounts', areaId, 'reposts', period]}
      what="转载情况"
      ask={(signal) => call<typeof reposts>('/api/areas/:areaId/reposts', { areaId, period }, signal)}
    >
      {({ rows, channels, period: { label } }) => {
        if (rows.length === 0)
          return <EmptyState title={`${label}没有转载任务`} next="请在“导入”中用“转载任务”表登记要求转载的信息和期限。" />;
        const names = new Map(channels.map(({ id, name, kindName }) => [id, `${name}（${kindName}）`]));
        const lists = rows.map((row) => {
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
        return (
          <>
            <p className="accounts-count">
              <ExportLink href={listAddress(areaId, 'reposts', period)} />
            </p>
            {lists}
          </>
        );
      }}
    </PeriodQuery>
  );
}

function List({ name, rows, bad = false }: { name: string; rows: readonly string[]; bad?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <p className="wrap">
      <b className={bad ? 'is-bad' : undefined}>
        {name} {rows.length}：
      </b>
      {rows.join('、')}
    </p>
  );
}
