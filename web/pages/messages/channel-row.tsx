import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { messageChannelRetire } from '../../../src/contract/endpoints/message-channel-retire.ts';
import type { messageChannelTest } from '../../../src/contract/endpoints/message-channel-test.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import type { SetUpView } from './set-up.tsx';

interface Props {
  areaId: string;
  row: SetUpView['channels'][number];
  edit(): void;
  changed(): unknown;
}

/** One channel: how it did the last time, 发送测试, change, out of use. */
export function ChannelRow({ areaId, row, edit, changed }: Props) {
  const [to, setTo] = useState('');
  const isMail = row.kind.code === 'email';
  const test = useMutation({
    mutationFn: () =>
      send<typeof messageChannelTest>('/api/areas/:areaId/message-channels/:channelId/test', {
        ...{ areaId, channelId: row.id },
        to: isMail ? to.trim() : null,
      }),
    onSuccess: changed,
  });
  const retire = useMutation({
    mutationFn: () =>
      send<typeof messageChannelRetire>('/api/areas/:areaId/message-channels/:channelId/retire', { areaId, channelId: row.id }),
    onSuccess: changed,
  });
  const said = test.data ? (test.data.sent ? '测试消息已送达' : `没有送达：${test.data.detail}`) : null;
  return (
    <div className="message-row">
      <p>
        <b>{row.name}</b> {row.kind.name}
        {row.closed && '，群成员都在知悉范围内'}
        <span className="sub">{lastWords(row)}</span>
      </p>
      <Only who={OFFICE}>
        <div className="message-acts">
          {isMail && (
            <Input
              size="small"
              aria-label={`${row.name}测试收件邮箱`}
              placeholder="测试收件邮箱"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
          <Button size="small" disabled={isMail && to.trim() === ''} loading={test.isPending} onClick={() => test.mutate()}>
            发送测试
          </Button>
          <Button size="small" onClick={edit}>
            修改
          </Button>
          <Button size="small" danger onClick={() => retire.mutate()}>
            停用
          </Button>
        </div>
      </Only>
      {said && (
        <p role="status" className={test.data?.sent ? 'message-ok' : 'is-bad'}>
          {said}
        </p>
      )}
      {(test.error ?? retire.error) && <ErrorState error={test.error ?? retire.error} />}
    </div>
  );
}

function lastWords({ last, filled, settings }: Props['row']): string {
  const how = settings.host
    ? `${settings.host}:${settings.port}，发件人 ${settings.from}`
    : `Webhook 地址已填写${filled.includes('secret') ? '，已加签' : ''}`;
  return last ? `${how}；最近一次 ${moment(last.at)} ${last.outcome.name}${last.detail ? `（${last.detail}）` : ''}` : `${how}；还没有用过`;
}
