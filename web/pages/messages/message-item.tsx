import { Button } from 'antd';
import type { messages } from '../../../src/contract/endpoints/messages.ts';
import type { call } from '../../api.ts';
import { moment } from '../../parts/format.ts';

export type MessageRow = Awaited<ReturnType<typeof call<typeof messages>>>['rows'][number];

interface Props {
  areaId: string;
  row: MessageRow;
  disabled: boolean;
  read(): void;
  take(): void;
}

/** One message: what it says, whether somebody has it in hand, and whether it arrived outside. */
export function MessageItem({ row, disabled, read, take }: Props) {
  const waits = row.needsAnswer && row.answeredAt === null;
  const look = [row.readAt === null ? 'message-new' : '', waits ? 'message-waits' : ''].join(' ');
  return (
    <li className={`message ${look}`}>
      <div className="message-head">
        <span className={row.urgent ? 'message-kind is-bad' : 'message-kind'}>{row.kind.name}</span>
        <h2>{row.title}</h2>
        <time dateTime={row.at}>{moment(row.at)}</time>
      </div>
      <p className="message-body">{row.body}</p>
      <div className="message-foot">
        <span>
          发给{row.recipient}
          {row.confidential && '，仅限知悉范围'}；{deliveryWords(row)}
        </span>
        {row.answeredAt && (
          <span>
            {row.answeredBy} {moment(row.answeredAt)} 已接到
          </span>
        )}
        {row.passedOnAt && !row.answeredAt && <span className="is-bad">逾时未应答，{moment(row.passedOnAt)} 已转出</span>}
        {row.readAt && !row.answeredAt && (
          <span>
            {row.readBy} {moment(row.readAt)} 已读
          </span>
        )}
        <span className="message-acts">
          {row.link && <a href={row.link}>去办理</a>}
          {waits && (
            <Button size="small" type="primary" danger disabled={disabled} onClick={take}>
              已接到
            </Button>
          )}
          {row.readAt === null && !waits && (
            <Button size="small" disabled={disabled} onClick={read}>
              标为已读
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}

/** Where a message is on its way outside, in words. */
export function deliveryWords({ delivery: { state, channel, at, detail } }: Pick<MessageRow, 'delivery'>): string {
  if (state.code === 'sent') return `${channel ?? ''} ${at ? moment(at) : ''} 已送达`;
  if (state.code === 'inbox') return '站内消息';
  return detail ? `${state.name}（${detail}）` : state.name;
}
