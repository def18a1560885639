import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { notice } from '../../../src/contract/endpoints/notice.ts';
import { OFFICE, OVERSEERS } from '../../../src/contract/who.ts';
import { call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useMay } from '../../app/use-may.ts';
import { moment } from '../../parts/format.ts';
import { StatusMark } from '../../parts/status-mark.tsx';
import { AttachmentTable } from './attachment-table.tsx';
import { Disagreements } from './disagreements.tsx';
import { Downloads } from './downloads.tsx';
import { IssuedPage } from './issued-notice.tsx';
import { LifePanel } from './life-panel.tsx';
import { NoticeText } from './notice-text.tsx';
import { IssuedDespite, type Known, OpenObjections, Outdated } from './objections.tsx';
import { Republications } from './republications.tsx';
import './workshop.css';

const FigureDrawer = lazy(() => import('./figure-drawer.tsx'));

/** A notice with what it is computed from for those who watch; as it was issued for units and the bureau. */
export function Page() {
  const { noticeId } = useParams({ strict: false }) as { noticeId: string };
  // What was ticked for one notice is not ticked for the next.
  return useMay(OVERSEERS) ? <NoticePage key={noticeId} noticeId={noticeId} /> : <IssuedPage />;
}

const NOTHING_KNOWN: Known = {};

function NoticePage({ noticeId }: { noticeId: string }) {
  const { areaId } = usePlace();
  const issues = useMay(OFFICE);
  const [known, setKnown] = useState(NOTHING_KNOWN);
  const { search, change } = useAddress<'figure'>();
  const { figure } = search;
  const { data, error, refetch } = useQuery({
    queryKey: ['notice', areaId, noticeId],
    queryFn: ({ signal }) => call<typeof notice>('/api/areas/:areaId/notices/:noticeId', { areaId, noticeId }, signal),
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="通报" />;
  const open = (id: string | undefined) => change({ figure: id });
  return (
    <>
      <div className="page-head">
        <p className="crumb">
          <Link to="/areas/$areaId/notices" params={{ areaId }} search={{}}>
            通报
          </Link>
          <span>{data.head.period.label}</span>
        </p>
        <h1>{data.head.title}</h1>
        <p className="page-note notice-meta">
          <StatusMark {...data.head.state} />
          {data.sealed && <StatusMark code="sealed" name="已盖章" />}
          <span>第 {data.head.version} 版</span>
          <span>{data.head.issuedAt ? `印发于 ${moment(data.head.issuedAt)}` : `生成于 ${moment(data.head.createdAt)}`}</span>
          <span>{data.sheet}</span>
          <span className="hash" title={`快照 SHA-256 ${data.snapshotHash}`}>
            快照 {data.snapshotHash.slice(0, 12)}
          </span>
        </p>
      </div>
      <Outdated areaId={areaId} rows={data.outdated} issued={data.head.state.code === 'issued'} />
      <IssuedDespite areaId={areaId} despite={data.despite} />
      <OpenObjections
        areaId={areaId}
        rows={data.objections}
        known={issues && data.stage.code === 'approved' ? known : null}
        change={setKnown}
      />
      <div className="notice">
        <div className="paper-side">
          <NoticeText data={data} open={open} />
          {data.attachments.map((attachment) => (
            <AttachmentTable key={attachment.table.id} attachment={attachment} />
          ))}
        </div>
        <aside className="notice-side" aria-label="文件与核对">
          <LifePanel areaId={areaId} noticeId={noticeId} data={data} known={known} settled={() => setKnown(NOTHING_KNOWN)} />
          <Downloads areaId={areaId} noticeId={noticeId} files={data.files} discarded={data.stage.code === 'discarded'} />
          <Disagreements data={data} open={open} />
          {['issued', 'replaced'].includes(data.head.state.code) && <Republications areaId={areaId} noticeId={noticeId} />}
        </aside>
      </div>
      {figure && (
        <Suspense fallback={null}>
          <FigureDrawer areaId={areaId} noticeId={noticeId} figureId={figure} open={open} />
        </Suspense>
      )}
    </>
  );
}
