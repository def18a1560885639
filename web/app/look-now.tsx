import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { lookNow } from '../../src/contract/endpoints/look-now.ts';
import { send } from '../api.ts';
import { ErrorState } from '../parts/error-state.tsx';
import './look-now.css';
import { LookProgress } from './look-progress.tsx';
import { isOpen, type LookNow as State, useLook, useMayLook } from './use-look.ts';

interface Props {
  areaId: string;
  /** Rows that are ticked; null where none can be. */
  chosen?: readonly string[] | null;
  /** The ticks have done their service. */
  clear?(): void;
}

/** 立即监测: how the last one stands, and a button to ask for the next; nothing for whoever may not. */
export const LookNow = (props: Props) => (useMayLook(props.areaId) ? <Offered {...props} /> : null);

function Offered({ areaId, chosen = null, clear }: Props) {
  const data = useLook(areaId);
  const [asking, setAsking] = useState<readonly string[] | 'all' | null>(null);
  const [spared, setSpared] = useState('');
  if (!data) return null;
  const { next, order, now } = data;
  const some = chosen ?? [];
  const stopped = next.refusal !== null || isOpen(order);
  return (
    <section className="look-now" aria-label="立即监测">
      <div className="act-buttons">
        {some.length > 0 && (
          <Button type="primary" disabled={stopped} onClick={() => setAsking(some)}>
            立即监测所选 {some.length} 个
          </Button>
        )}
        <Button disabled={stopped} onClick={() => setAsking('all')}>
          {some.length > 0 ? '全部立即监测' : '立即监测'}
        </Button>
        {some.length > 0 && (
          <button type="button" className="plain" onClick={clear}>
            取消选择
          </button>
        )}
        <LookProgress order={order} now={now} />
        {order?.news && order.news.found > 0 && (
          <Link to="/areas/$areaId/desk" params={{ areaId }} search={{}} className="text-link">
            去复核
          </Link>
        )}
      </div>
      {!isOpen(order) && next.refusal && (
        <p className="page-note">
          {next.refusal.message}
          {next.refusal.next}
        </p>
      )}
      {spared !== '' && isOpen(order) && <p className="page-note">{spared}</p>}
      {asking !== null && (
        <Ask
          areaId={areaId}
          next={next}
          ids={asking === 'all' ? null : asking}
          close={() => setAsking(null)}
          done={(words) => {
            setSpared(words);
            setAsking(null);
            clear?.();
          }}
        />
      )}
    </section>
  );
}

/** What is going to happen, before it does. */
function Ask({
  areaId,
  next,
  ids,
  close,
  done,
}: {
  areaId: string;
  next: State['next'];
  ids: readonly string[] | null;
  close(): void;
  done(spared: string): void;
}) {
  const queries = useQueryClient();
  // As it was read: what the page learns meanwhile is not what was agreed to.
  const [{ whole, channels }] = useState(next);
  const act = useMutation({
    mutationFn: () => send<typeof lookNow>('/api/areas/:areaId/look-now', { areaId, channelIds: ids === null ? null : [...ids], whole }),
    onSuccess: (answer) =>
      done(answer.spared.length === 0 ? '' : `本次没有列入：${answer.spared.map(({ why, count }) => `${count} 个${why}`).join('，')}。`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['look-now', areaId] }),
  });
  return (
    <Modal
      open
      title="立即监测"
      okText="开始监测"
      cancelText="取消"
      okButtonProps={{ loading: act.isPending }}
      onOk={() => act.mutate()}
      onCancel={close}
    >
      <div className="look-words">
        {whole ? (
          <p>
            今天还没有监测过，将监测全部 {channels} 个网站、账号
            {ids !== null && `，不只是所选的 ${ids.length} 个`}。一天的结果按全部一起判定，今天的定时监测不再重复。
          </p>
        ) : (
          <p>
            今天已经监测过，将再看一次{ids === null ? `全部 ${channels} 个` : `所选的 ${ids.length} 个`}网站、账号；30
            分钟内刚看过的不重复访问。
          </p>
        )}
        <p>看完后重新判定今天的结果并记入台账。新发现的问题先列入待复核，不直接算单位的问题。</p>
        <p>可以离开本页，完成后在“消息”中告诉您。</p>
        {act.error && <ErrorState error={act.error} />}
      </div>
    </Modal>
  );
}
