import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { noticeDraft } from '../../../../src/contract/endpoints/notice-draft.ts';
import { WATCHERS } from '../../../../src/contract/who.ts';
import { call } from '../../../api.ts';
import { UnreadyPage } from '../../../app/unready-page.tsx';
import { usePlace } from '../../../app/use-areas.ts';
import { useMay } from '../../../app/use-may.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Editor } from './editor.tsx';

/** The draft of a notice, to be written. One that is issued is only read. */
export function Page() {
  const { areaId } = usePlace();
  const { noticeId } = useParams({ strict: false }) as { noticeId: string };
  const drafts = useMay(WATCHERS);
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-draft', areaId, noticeId],
    queryFn: ({ signal }) => call<typeof noticeDraft>('/api/areas/:areaId/notices/:noticeId/draft', { areaId, noticeId }, signal),
    // What is being written is not fetched over; it is read anew each time the page is opened.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="草稿" />;
  if (['issued', 'replaced', 'discarded'].includes(data.stage.code))
    return (
      <EmptyState
        title={`这份通报${data.stage.name}，不能再改`}
        next={data.stage.code === 'discarded' ? '请在通报列表另行起草。' : '如内容有误，请在通报页点“更正”，另出一版。'}
      >
        <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId }} search={{}}>
          打开通报
        </Link>
      </EmptyState>
    );
  if (!drafts)
    return (
      <EmptyState title="草稿由政务公开办和信息中心编写" next="您可以查看成文，不能在这里修改。">
        <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId }} search={{}}>
          查看成文
        </Link>
      </EmptyState>
    );
  return <Editor key={noticeId} areaId={areaId} noticeId={noticeId} loaded={data} />;
}
