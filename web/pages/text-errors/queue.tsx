import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { WATCHERS } from '../../../src/contract/who.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useNarrow } from '../../parts/use-narrow.ts';
import { useQueueAddress } from './address.ts';
import { ReviewCard } from './item.tsx';
import { type Act, type Decision, type Item, idOf, isWholePage, type Queue } from './types.ts';
import { useDecide } from './use-decide.ts';

const ACT_WORDS: Readonly<Record<Act, string>> = {
  confirmed: '确认为错误',
  'dismissed-here': '标为本处不是错误',
  'dismissed-string': '标为不是错误',
  'accepted-term': '加为认可用语',
  'wrong-suggestion': '确认有错，另写了改法',
  undone: '撤回原来的意见',
};

/** The list itself: one item at hand, moved and decided by keys, several at once by their boxes; the last decision can be taken back. */
export function ReviewList({ areaId, data, size }: { areaId: string; data: Queue; size: number }) {
  const { search, change } = useQueueAddress();
  const narrow = useNarrow();
  const { rows, today } = data;
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ id: string; act: Act } | null>(null);
  const may = useMay(WATCHERS);
  const { ready: free, decide, undo, last, error } = useDecide(areaId);
  const ready = may && free;
  const index = Math.min(at, Math.max(0, rows.length - 1));
  const current = rows[index];
  const isOpenQueue = (search.state ?? 'open') === 'open';

  const act = (items: readonly Item[], what: Act, more: Partial<Decision> = {}) => {
    if (!ready || items.length === 0) return;
    setAsking(null);
    setPicked(new Set());
    const count = items.length > 1 ? `${items.length} 条` : `“${items[0]?.string}”`;
    decide(
      items.map(({ siteId, key }) => ({ siteId, key, act: what, ...more })),
      `已将${count}${ACT_WORDS[what]}`,
    );
  };
  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    setAt(next);
    setAsking(null);
    const item = rows[next];
    if (item) document.getElementById(`item-${idOf(item)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    j: () => move(index + 1),
    ArrowDown: () => move(index + 1),
    k: () => move(index - 1),
    ArrowUp: () => move(index - 1),
    u: undo,
    ...(current && {
      o: () => setOpened(opened === idOf(current) ? null : idOf(current)),
      x: () => setPicked(toggled(picked, idOf(current))),
    }),
    ...(current && current.decision === null
      ? {
          y: () => act([current], 'confirmed'),
          n: () => act([current], 'dismissed-string'),
          ...(isWholePage(current)
            ? {}
            : {
                w: () => setAsking({ id: idOf(current), act: 'wrong-suggestion' }),
                t: () => setAsking({ id: idOf(current), act: 'accepted-term' }),
              }),
        }
      : {}),
  };
  useKeys(keys);

  const chosen = rows.filter((item) => picked.has(idOf(item)));
  return (
    <>
      {error && <ErrorState error={error} />}
      <div className="text-bar" role="status">
        {last && (
          <span>
            {last.words}。
            <Button size="small" onClick={undo} disabled={!ready}>
              撤销
              <span className="text-key" data-key="U" />
            </Button>
          </span>
        )}
        {may && isOpenQueue && rows.length > 0 && (
          <span className="text-bulk">
            <label>
              <input
                type="checkbox"
                checked={chosen.length === rows.length}
                onChange={(event) => setPicked(new Set(event.target.checked ? rows.map(idOf) : []))}
              />
              选择本页全部
            </label>
            <Button size="small" disabled={!ready || chosen.length === 0} onClick={() => act(chosen, 'dismissed-string')}>
              {chosen.length} 条不是错误
            </Button>
            <Button size="small" disabled={!ready || chosen.length === 0} onClick={() => act(chosen, 'confirmed')}>
              {chosen.length} 条确认为错误
            </Button>
          </span>
        )}
      </div>
      <ul className="text-list" aria-label="疑似错误">
        {rows.map((item, i) => (
          <ReviewCard
            key={idOf(item)}
            areaId={areaId}
            item={item}
            today={today}
            chosen={i === index}
            picked={picked.has(idOf(item))}
            open={opened === idOf(item)}
            asking={asking?.id === idOf(item) ? asking.act : null}
            ready={ready}
            may={may}
            choose={() => setAt(i)}
            pick={(on) => setPicked(on ? new Set([...picked, idOf(item)]) : toggled(picked, idOf(item)))}
            toggle={() => setOpened(opened === idOf(item) ? null : idOf(item))}
            ask={(what) => setAsking(what === null ? null : { id: idOf(item), act: what })}
            act={(what, more) => act([item], what, more)}
          />
        ))}
      </ul>
      <Pagination
        className="pages"
        size={narrow ? 'small' : 'medium'}
        simple={narrow}
        current={Number(search.page ?? 1)}
        pageSize={size}
        total={data.total}
        showSizeChanger={false}
        showTotal={(total) => `共 ${total} 条`}
        onChange={(page) => {
          setAt(0);
          change({ page: page === 1 ? undefined : String(page) });
        }}
      />
    </>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
