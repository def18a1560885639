import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { messageChannelRetire } from '../../../src/contract/endpoints/message-channel-retire.ts';
import type { messageChannelTest } from '../../../src/contract/endpoints/message-channel-test.ts';
import { send } from '../../api.ts';
import { FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { TextLine } from '../../parts/text-field.tsx';
import { SetUpRow } from './set-up-row.tsx';
import type { SetUpView } from './types.ts';

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
    <FaultsOf error={test.error}>
      {' '}
      <SetUpRow
        name={row.name}
        of={`${row.kind.name}${row.closed ? '，群成员都在知悉范围内' : ''}`}
        sub={lastWords(row)}
        edit={edit}
        retire={retire.mutate}
        error={test.error ?? retire.error}
        acts={
          <>
            {isMail && (
              <TextLine
                size="small"
                most={200}
                at="to"
                aria-label={`${row.name}测试收件邮箱`}
                placeholder="测试收件邮箱"
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            )}
            <Button size="small" disabled={isMail && to.trim() === ''} loading={test.isPending} onClick={() => test.mutate()}>
              发送测试
            </Button>
          </>
        }
      >
        {said && (
          <p role="status" className={test.data?.sent ? 'message-ok' : 'is-bad'}>
            {said}
          </p>
        )}
      </SetUpRow>
    </FaultsOf>
  );
}

function lastWords({ last, filled, settings }: Props['row']): string {
  const how = settings.host
    ? `${settings.host}:${settings.port}，发件人 ${settings.from}`
    : `Webhook 地址已填写${filled.includes('secret') ? '，已加签' : ''}`;
  return last ? `${how}；最近一次 ${moment(last.at)} ${last.outcome.name}${last.detail ? `（${last.detail}）` : ''}` : `${how}；还没有用过`;
}
