import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { messageRecipientSave } from '../../../src/contract/endpoints/message-recipient-save.ts';
import { send } from '../../api.ts';
import { FaultAt } from '../../parts/faults.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { SetUpForm } from './set-up-form.tsx';
import type { SetUpView } from './types.ts';

interface Props {
  areaId: string;
  data: SetUpView;
  known: SetUpView['recipients'][number] | null;
  close(): unknown;
}

/** Who gets messages: ways in the order in which they are chosen, one mailbox, quiet hours, one message a day. */
export function RecipientForm({ areaId, data, known, close }: Props) {
  const [name, setName] = useState(known?.name ?? '');
  const [unitId, setUnit] = useState<string | undefined>(known?.unit?.id);
  const [ways, setWays] = useState<string[]>(known?.routes.map(({ channelId }) => channelId) ?? []);
  const [mailbox, setMailbox] = useState(known?.routes.find(({ to }) => to !== null)?.to ?? '');
  const [quiet, setQuiet] = useState(known?.quiet ?? { from: '', to: '' });
  const [digestAt, setDigest] = useState(known?.digestAt ?? '');
  const isMail = (channelId: string): boolean => data.channels.find(({ id }) => id === channelId)?.kind.code === 'email';
  const save = useMutation({
    mutationFn: () =>
      send<typeof messageRecipientSave>('/api/areas/:areaId/message-recipients', {
        ...{ areaId, name, unitId: unitId ?? null },
        routes: ways.map((channelId) => ({ channelId, to: isMail(channelId) ? mailbox.trim() || null : null })),
        quiet: quiet.from && quiet.to ? quiet : null,
        digestAt: digestAt || null,
      }),
    onSuccess: close,
  });
  return (
    <SetUpForm save={save} ready={name.trim() !== ''} close={close}>
      <TextLine
        aria-label="收件人姓名或角色"
        placeholder="姓名或角色"
        disabled={known !== null}
        most={60}
        at="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        aria-label="所属单位"
        placeholder="所属单位（办公室人员不填）"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={unitId}
        options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        popupMatchSelectWidth={false}
        onChange={setUnit}
      />
      <Select
        aria-label="接收方式，按先后"
        mode="multiple"
        placeholder="接收方式，按先后选择"
        value={ways}
        options={data.channels.map((channel) => ({ value: channel.id, label: channel.name }))}
        popupMatchSelectWidth={false}
        onChange={setWays}
      />
      {ways.some(isMail) && (
        <TextLine
          aria-label="邮箱"
          placeholder="邮箱"
          most={320}
          at="to"
          value={mailbox}
          onChange={(event) => setMailbox(event.target.value)}
        />
      )}
      <label className="day-field">
        免打扰
        <input
          type="time"
          aria-label="免打扰起"
          value={quiet.from}
          onChange={(event) => setQuiet({ ...quiet, from: event.target.value })}
        />
        <input type="time" aria-label="免打扰止" value={quiet.to} onChange={(event) => setQuiet({ ...quiet, to: event.target.value })} />
      </label>
      <FaultAt at="quiet" />
      <label className="day-field">
        每日汇总时刻
        <input type="time" aria-label="每日汇总时刻" value={digestAt} onChange={(event) => setDigest(event.target.value)} />
      </label>
    </SetUpForm>
  );
}
