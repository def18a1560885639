import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { periodChanged } from '../../src/contract/endpoints/period-changed.ts';
import { OVERSEERS } from '../../src/contract/who.ts';
import { call } from '../api.ts';
import { moment } from '../parts/format.ts';
import { useMay } from './use-may.ts';

/** Says above the figures of a period that they are no longer those of its issued notice, and leads to it; nothing where they agree. */
export function SinceIssue({ areaId, periodId }: { areaId: string; periodId: string }) {
  const { data } = useQuery({
    queryKey: ['notices', areaId, 'changed', periodId],
    queryFn: ({ signal }) => call<typeof periodChanged>('/api/areas/:areaId/periods/:periodId/changed', { areaId, periodId }, signal),
    enabled: useMay(OVERSEERS),
  });
  return data?.notices.map(({ id, title, issuedAt, changed, correctionId }) => (
    <p key={id} role="note" className="page-note is-bad wrap">
      本页按最近一次结账和此后的撤销、采纳的异议显示，与{moment(issuedAt)}印发的
      <Link className="text-link" to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: id }} search={{}}>
        《{title}》
      </Link>
      有 {changed} 处不同，
      {correctionId === null ? (
        '须印发更正件后才一致。'
      ) : (
        <Link className="text-link" to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: correctionId }} search={{}}>
          更正件正在办理。
        </Link>
      )}
    </p>
  ));
}
