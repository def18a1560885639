import { useMutation } from '@tanstack/react-query';
import type { messageRecipientRetire } from '../../../src/contract/endpoints/message-recipient-retire.ts';
import { send } from '../../api.ts';
import { SetUpRow } from './set-up-row.tsx';
import type { SetUpView } from './types.ts';

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
    <SetUpRow
      name={row.name}
      of={row.unit?.name ?? ''}
      sub={[ways.join(' → ') || '只收站内消息', ...wishes].join('；')}
      edit={edit}
      retire={retire.mutate}
      error={retire.error}
    />
  );
}
