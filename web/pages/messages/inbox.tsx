import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Pagination, Select } from 'antd';
import type { messages } from '../../../src/contract/endpoints/messages.ts';
import type { messagesRead } from '../../../src/contract/endpoints/messages-read.ts';
import type { messagesTake } from '../../../src/contract/endpoints/messages-take.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useMessagesAddress } from './address.ts';
import { MessageItem } from './message-item.tsx';

const SIZE = 20;
const STATES = [
  { value: 'unread', label: '未读' },
  { value: 'unanswered', label: '告警待应答' },
  { value: 'undelivered', label: '未送达' },
] as const;

/** 收件箱: messages to the person at the page and to the role, the newest first. */
export function Inbox({ areaId }: { areaId: string }) {
  const { search, change } = useMessagesAddress();
  const queries = useQueryClient();
  const state = STATES.find(({ value }) => value === search.state)?.value;
  const page = Number(search.page ?? 1);
  const asked = { areaId, state, kind: search.kind as 'alarm' | undefined, words: search.q, page, size: SIZE };
  const { data, error, refetch } = useQuery({
    queryKey: ['messages', asked],
    queryFn: ({ signal }) => call<typeof messages>('/api/areas/:areaId/messages', asked, signal),
    placeholderData: keepPreviousData,
  });
  const changed = async () => {
    await queries.invalidateQueries({ queryKey: ['messages'] });
    await queries.invalidateQueries({ queryKey: ['messages-unread'] });
  };
  const read = useMutation({
    mutationFn: (ids: string[]) => send<typeof messagesRead>('/api/areas/:areaId/messages/read', { areaId, ids }),
    onSuccess: changed,
  });
  const take = useMutation({
    mutationFn: (ids: string[]) => send<typeof messagesTake>('/api/areas/:areaId/messages/take', { areaId, ids }),
    onSuccess: changed,
  });
  if (!data) return <Unready error={error} retry={refetch} what="消息" />;
  const unread = data.rows.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  const waiting = data.rows.filter(({ needsAnswer, answeredAt }) => needsAnswer && answeredAt === null).map(({ id }) => id);
  const filtered = [state, search.kind, search.q].some((one) => one !== undefined);
  return (
    <>
      <div className="message-bar">
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          value={state}
          options={[...STATES]}
          popupMatchSelectWidth={false}
          onChange={(value?: string) => change({ state: value })}
        />
        <Select
          aria-label="类别"
          placeholder="全部类别"
          allowClear
          value={search.kind}
          options={data.kinds.map(({ code, name }) => ({ value: code, label: name }))}
          popupMatchSelectWidth={false}
          onChange={(value?: string) => change({ kind: value })}
        />
        <Input.Search
          aria-label="消息中的文字"
          placeholder="标题或正文"
          allowClear
          defaultValue={search.q}
          onSearch={(value) => change({ q: value.trim() || undefined })}
        />
        <span className="section-note">
          {data.names.join('、')}：{data.unread} 条未读{data.unanswered > 0 && `，${data.unanswered} 条告警待应答`}
        </span>
        {waiting.length > 1 && (
          <Button size="small" type="primary" danger onClick={() => take.mutate(waiting)}>
            本页告警全部已接到
          </Button>
        )}
        {unread.length > 1 && (
          <Button size="small" onClick={() => read.mutate(unread)}>
            本页全部标为已读
          </Button>
        )}
      </div>
      {(read.error ?? take.error) && <ErrorState error={read.error ?? take.error} />}
      {data.total === 0 ? (
        filtered ? (
          <EmptyState title="没有符合条件的消息" next="请放宽筛选条件。" />
        ) : (
          <EmptyState title="没有消息" next="到期提醒、督办、告警和严重信息会发到这里；要同时发到邮箱或群，请在“渠道与收件人”中设置。" />
        )
      ) : (
        <ul className="message-list" aria-label="消息">
          {data.rows.map((row) => (
            <MessageItem
              key={row.id}
              areaId={areaId}
              row={row}
              disabled={read.isPending || take.isPending}
              read={() => read.mutate([row.id])}
              take={() => take.mutate([row.id])}
            />
          ))}
        </ul>
      )}
      {data.total > SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={SIZE}
          total={data.total}
          showSizeChanger={false}
          showTotal={(total) => `共 ${total} 条`}
          onChange={(value) => change({ page: value === 1 ? undefined : String(value) })}
        />
      )}
    </>
  );
}
