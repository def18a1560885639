import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { messageRecipientRetire } from '../../../src/contract/endpoints/message-recipient-retire.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import type { SetUpView } from './set-up.tsx';

interface Props {
  areaId: string;
  row: SetUpView['recipients'][number];
  channels: SetUpView['channels'];
  edit(): void;
  changed(): unknown;
}

/** One recipient: whose messages these are, and by which ways and when they come. */
export function RecipientRow({ areaId, row, channels, edit, changed }: Props) {
  const retire = useMutation({
    mutationFn: () => send<typeof messageRecipientRetire>('/api/areas/:areaId/message-recipients/retire', { areaId, name: row.name }),
    onSuccess: changed,
  });
  const ways = row.routes.map(({ channelId, to }) => {
    const channel = channels.find(({ id }) => id === channelId);
    return `${channel?.name ?? '已停用的渠道'}${to ? ` ${to}` : ''}`;
  });
  const wishes = [row.quiet ? `免打扰 ${row.quiet.from}—${row.quiet.to}` : '', row.digestAt ? `每日 ${row.digestAt} 汇总` : ''].filter(
    Boolean,
  );
  return (
    <div className="message-row">
      <p>
        <b>{row.name}</b> {row.unit?.name ?? ''}
        <span className="sub">{[ways.join(' → ') || '只收站内消息', ...wishes].join('；')}</span>
      </p>
      <Only who={OFFICE}>
        <div className="message-acts">
          <Button size="small" onClick={edit}>
            修改
          </Button>
          <Button size="small" danger onClick={() => retire.mutate()}>
            停用
          </Button>
        </div>
      </Only>
      {retire.error && <ErrorState error={retire.error} />}
    </div>
  );
}
