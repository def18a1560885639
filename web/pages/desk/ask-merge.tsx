import { Button } from 'antd';
import { useState } from 'react';
import { Loading } from '../../parts/loading.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import type { Order } from './types.ts';
import { useFinding } from './use-finding.ts';

/** As many as there are digits. */
const MOST_SHOWN = 9;

/** Into which open problem of the same unit: those at the same place first. */
export function AskMerge({ areaId, id, close, decide }: { areaId: string; id: string; close(): void; decide(order: Order): void }) {
  const { data } = useFinding(areaId, id);
  const [from, setFrom] = useState(0);
  const shown = data?.mergeable.slice(from, from + MOST_SHOWN) ?? [];
  useKeys(Object.fromEntries(shown.map((row, i) => [String(i + 1), () => decide({ act: 'merged', into: row.id })])));
  if (!data) return <Loading what="同一单位的问题" />;
  return (
    <div className="desk-ask">
      {data.mergeable.length === 0 ? (
        <p>这个单位没有其他还没办结的问题。</p>
      ) : (
        <ul className="desk-choices">
          {shown.map(({ id: into, text, place, status, foundOn }, i) => (
            <li key={into}>
              <button type="button" className="plain" onClick={() => decide({ act: 'merged', into })}>
                <kbd>{i + 1}</kbd> {text}
              </button>
              <span className="sub">
                {place}　{foundOn} <StatusMark {...status} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="desk-own">
        {data.mergeable.length > from + MOST_SHOWN && (
          <Button size="small" onClick={() => setFrom(from + MOST_SHOWN)}>
            更多
          </Button>
        )}
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </div>
  );
}
