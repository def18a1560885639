import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { periodChanged } from '../../src/contract/endpoints/period-changed.ts';
import { OVERSEERS } from '../../src/contract/who.ts';
import { call } from '../api.ts';
import { moment } from '../parts/format.ts';
import { useMay } from './use-may.ts';

type Changed = z.output<(typeof periodChanged)['output']>['notices'][number];

/**
 * Says above the figures of a period that they are no longer those of its issued notice, and leads to it; nothing where they agree.
 * `stock`: the page shows nothing but the stock of the period.
 */
export function SinceIssue({ areaId, periodId, of = 'all' }: { areaId: string; periodId: string; of?: 'all' | 'stock' }) {
  const { data } = useQuery({
    queryKey: ['notices', areaId, 'changed', periodId],
    queryFn: ({ signal }) => call<typeof periodChanged>('/api/areas/:areaId/periods/:periodId/changed', { areaId, periodId }, signal),
    enabled: useMay(OVERSEERS),
  });
  const told = data?.notices.filter(({ changed, stock }) => stock.length > 0 || (of === 'all' && changed > 0));
  return told?.map((notice) => (
    <div key={notice.id} className="since-issue">
      {of === 'all' && notice.changed > 0 && <Results areaId={areaId} notice={notice} />}
      {notice.stock.length > 0 && <Stock areaId={areaId} notice={notice} />}
    </div>
  ));
}

function Results({ areaId, notice }: { areaId: string; notice: Changed }) {
  const { issuedAt, changed, correctionId } = notice;
  return (
    <p role="note" className="page-note is-bad wrap">
      本页按最近一次结账和此后的撤销、采纳的异议显示，与{moment(issuedAt)}印发的
      <Title areaId={areaId} notice={notice} />有 {changed} 处不同，
      {correctionId === null ? (
        '须印发更正件后才一致。'
      ) : (
        <Link className="text-link" to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: correctionId }} search={{}}>
          更正件正在办理。
        </Link>
      )}
    </p>
  );
}

function Stock({ areaId, notice }: { areaId: string; notice: Changed }) {
  return (
    <p role="note" className="page-note wrap">
      问题存量与{moment(notice.issuedAt)}印发的
      <Title areaId={areaId} notice={notice} />
      不同：{notice.stock.map(({ name, printed, now }) => `${name}通报为 ${printed} 个、现为 ${now} 个`).join('，')}
      。通报取数以后，又办理了计入统计截止日及以前的事项（如截止日当天的销号），本页已经计入；下一期通报的期初会写明。
    </p>
  );
}

const Title = ({ areaId, notice: { id, title } }: { areaId: string; notice: Changed }) => (
  <Link className="text-link" to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: id }} search={{}}>
    《{title}》
  </Link>
);
