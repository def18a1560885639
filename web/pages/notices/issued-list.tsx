import { Link } from '@tanstack/react-router';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { StatusMark } from '../../parts/status-mark.tsx';
import { useIssued } from './use-issued.ts';

/** 通报 as a unit finds them: what was issued, to be read and kept. */
export function IssuedList() {
  const { areaId } = usePlace();
  const { data, error, refetch } = useIssued(areaId);
  if (!data) return <UnreadyPage error={error} retry={refetch} what="通报" />;
  return (
    <>
      <div className="page-head">
        <h1>通报</h1>
        <p className="page-note">政务公开办印发的通报，可以在线查看，也可以下载存档</p>
      </div>
      {data.length === 0 ? (
        <EmptyState title="还没有印发过通报" next="通报印发后会列在这里。" />
      ) : (
        <ul className="notice-list">
          {data.map(({ id, title, number, period, state, issuedAt }) => (
            <li key={id}>
              <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: id }} search={{}}>
                {title}
              </Link>
              <p>
                <StatusMark {...state} />
                {number && <span>{number}</span>}
                <span>{period}</span>
                <span>印发于 {moment(issuedAt)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
