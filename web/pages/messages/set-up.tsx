import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { messageSetUp } from '../../../src/contract/endpoints/message-set-up.ts';
import type { messagesResend } from '../../../src/contract/endpoints/messages-resend.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRow } from './channel-row.tsx';
import { deliveryWords } from './message-item.tsx';
import { RecipientForm } from './recipient-form.tsx';
import { RecipientRow } from './recipient-row.tsx';
import type { SetUpView } from './types.ts';

/** 渠道与收件人: by which ways messages leave, who gets them, and what did not arrive. */
export function SetUp({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['message-set-up', areaId],
    queryFn: ({ signal }) => call<typeof messageSetUp>('/api/areas/:areaId/message-set-up', { areaId }, signal),
  });
  const [channel, setChannel] = useState<SetUpView['channels'][number] | 'new' | null>(null);
  const [person, setPerson] = useState<SetUpView['recipients'][number] | 'new' | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: ['message-set-up'] });
  const resend = useMutation({
    mutationFn: (ids: string[]) => send<typeof messagesResend>('/api/areas/:areaId/messages/resend', { areaId, ids }),
    onSuccess: changed,
  });
  if (!data) return <Unready error={error} retry={refetch} what="消息设置" />;
  return (
    <>
      {data.undelivered.length > 0 && (
        <Section title="没有送达" note={`${data.undelivered.length} 条，站内仍可看到`}>
          <ul className="message-lost">
            {data.undelivered.map((row) => (
              <li key={row.id}>
                <b>{row.recipient}</b> {row.title} <time dateTime={row.at}>{moment(row.at)}</time>
                <span className="sub">{deliveryWords(row)}</span>
              </li>
            ))}
          </ul>
          <Only who={OFFICE}>
            <Button size="small" loading={resend.isPending} onClick={() => resend.mutate(data.undelivered.map(({ id }) => id))}>
              全部重新发送
            </Button>
          </Only>
          {resend.error && <ErrorState error={resend.error} />}
        </Section>
      )}
      <Section title="渠道" note={data.channels.length > 0 ? `${data.channels.length} 个` : '还没有渠道，消息只在站内'}>
        {data.channels.map((one) => (
          <ChannelRow key={one.id} areaId={areaId} row={one} edit={() => setChannel(one)} changed={changed} />
        ))}
        {channel === null ? (
          <Only who={OFFICE}>
            <Button size="small" onClick={() => setChannel('new')}>
              新建渠道
            </Button>
          </Only>
        ) : (
          <ChannelForm
            key={channel === 'new' ? 'new' : channel.id}
            areaId={areaId}
            kinds={data.kinds}
            known={channel === 'new' ? null : channel}
            close={() => {
              setChannel(null);
              return changed();
            }}
          />
        )}
      </Section>
      <Section title="收件人" note="按次序使用各种方式，前一种发不出去就用下一种；没有登记的人只收站内消息">
        {data.recipients.map((one) => (
          <RecipientRow key={one.name} areaId={areaId} row={one} channels={data.channels} edit={() => setPerson(one)} changed={changed} />
        ))}
        {person === null ? (
          <Only who={OFFICE}>
            <Button size="small" onClick={() => setPerson('new')}>
              新增收件人
            </Button>
          </Only>
        ) : (
          <RecipientForm
            key={person === 'new' ? 'new' : person.name}
            areaId={areaId}
            data={data}
            known={person === 'new' ? null : person}
            close={() => {
              setPerson(null);
              return changed();
            }}
          />
        )}
      </Section>
      <Section title="严重信息知悉范围" note="只有这些人和角色能看到严重表述错误等信息的内容，内容不发到群和邮箱">
        <p className="message-readers">{data.graveReaders.join('、')}</p>
      </Section>
    </>
  );
}
