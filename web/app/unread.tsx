import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { messagesUnread } from '../../src/contract/endpoints/messages-unread.ts';
import { call } from '../api.ts';

const EVERY_MS = 60_000;

/** The way to the messages in the page head, with how many are unread; an alarm that waits for an answer is red. */
export function Unread({ areaId }: { areaId: string }) {
  const { data } = useQuery({
    queryKey: ['messages-unread', areaId],
    queryFn: ({ signal }) => call<typeof messagesUnread>('/api/areas/:areaId/messages-unread', { areaId }, signal),
    refetchInterval: EVERY_MS,
  });
  const { unread = 0, unanswered = 0 } = data ?? {};
  const said = [unread > 0 ? `${unread} 条未读` : '', unanswered > 0 ? `${unanswered} 条告警待应答` : ''].filter(Boolean).join('，');
  return (
    <Link
      to="/areas/$areaId/messages"
      params={{ areaId }}
      search={{}}
      activeOptions={{ includeSearch: false }}
      className="nav"
      title={said || '没有未读消息'}
    >
      消息
      {unread + unanswered > 0 && (
        <span className={unanswered > 0 ? 'unread unread-alarm' : 'unread'}>
          {Math.max(unread, unanswered) > 99 ? '99+' : Math.max(unread, unanswered)}
          <span className="heard">（{said}）</span>
        </span>
      )}
    </Link>
  );
}
