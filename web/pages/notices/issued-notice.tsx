import { Link, useParams } from '@tanstack/react-router';
import type { noticePreview } from '../../../src/contract/endpoints/notice-preview.ts';
import { addressOf } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { FileLinks } from './downloads.tsx';
import { useIssued } from './use-issued.ts';

/** One issued notice as a unit reads it: its words, framed and without scripts, and its files. */
export function IssuedPage() {
  const { areaId } = usePlace();
  const { noticeId } = useParams({ strict: false }) as { noticeId: string };
  const { data, error, refetch } = useIssued(areaId);
  if (!data) return <UnreadyPage error={error} retry={refetch} what="通报" />;
  const notice = data.find(({ id }) => id === noticeId);
  if (!notice)
    return (
      <EmptyState title="没有这份已印发的通报" next="通报可能还没有印发，或者地址写错了。">
        <Link to="/areas/$areaId/notices" params={{ areaId }} search={{}}>
          看已印发的通报
        </Link>
      </EmptyState>
    );
  const preview = addressOf<typeof noticePreview>('/api/areas/:areaId/notices/:noticeId/preview', { areaId, noticeId });
  return (
    <>
      <div className="page-head">
        <p className="crumb">
          <Link to="/areas/$areaId/notices" params={{ areaId }} search={{}}>
            通报
          </Link>
          <span>{notice.period}</span>
        </p>
        <h1>{notice.title}</h1>
        <p className="page-note notice-meta">
          <StatusMark {...notice.state} />
          {notice.number && <span>{notice.number}</span>}
          <span>印发于 {moment(notice.issuedAt)}</span>
        </p>
      </div>
      {notice.state.code === 'replaced' && <p className="issued-replaced">这份通报已由后来印发的更正件代替，请以更正件为准。</p>}
      <div className="notice">
        {notice.files.some(({ format }) => format === 'html') ? (
          <iframe className="issued-words" title="通报正文" sandbox="" src={preview} />
        ) : (
          <EmptyState title="这份通报没有网页版" next="请下载文件查看。" />
        )}
        <aside className="notice-side" aria-label="文件">
          <Section title="本单位的问题">
            <p className="section-foot">
              <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ notice: noticeId }}>
                看这份通报交办的问题
              </Link>
            </p>
          </Section>
          <FileLinks areaId={areaId} noticeId={noticeId} files={notice.files} />
        </aside>
      </div>
    </>
  );
}
