import { Pagination } from 'antd';
import { useState } from 'react';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NothingFound } from '../../parts/nothing-found.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { BulkBar, mayActOnMany } from './acts/bulk-bar.tsx';
import { useLedgerAddress } from './filter.ts';
import { ProblemRows } from './rows.tsx';
import type { Problems } from './types.ts';

/** The page of problems: a table where there is room, a list on a telephone. */
export function List({ data, busy }: { data: Problems; busy: boolean }) {
  const { search, change, clear, filtered } = useLedgerAddress();
  const narrow = useNarrow();
  const { areaId } = usePlace();
  const { role } = useMe();
  const { isWhole } = useRange();
  // What is done with many is done in one area.
  const isChosen = mayActOnMany(role) && !narrow && !isWhole;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // What is on another page or was filtered away is not acted on unseen.
  const ids = chosen.filter((id) => data.rows.some((row) => row.id === id));
  if (data.total === 0)
    return filtered ? (
      <NothingFound of="问题" clear={clear} />
    ) : (
      <EmptyState
        title="台账中还没有问题"
        next="监测发现的问题会自动列在这里。没有问题不等于都合格，请同时查看概览中的“未检查与待人工判断”。"
      />
    );
  const last = Math.ceil(data.total / data.size);
  return (
    <div className={busy ? 'list list-busy' : 'list'} aria-busy={busy}>
      {isChosen && <BulkBar areaId={areaId} role={role} ids={ids} onPage={data.rows.map(({ id }) => id)} choose={setChosen} />}
      {data.rows.length === 0 ? (
        <EmptyState title="这一页没有内容" next={`当前条件下共 ${last} 页。`}>
          <button type="button" className="plain" onClick={() => change({ page: undefined })}>
            回到第一页
          </button>
        </EmptyState>
      ) : (
        <ProblemRows
          rows={data.rows}
          chosen={isChosen ? { keys: ids, change: setChosen, label: ({ unit, text }) => `选择${unit.name}：${text}` } : null}
        />
      )}
      <Pagination
        className="pages"
        size={narrow ? 'small' : 'medium'}
        simple={narrow}
        current={Number(search.page ?? 1)}
        pageSize={data.size}
        total={data.total}
        showSizeChanger={!narrow}
        pageSizeOptions={[20, 50, 100, 200]}
        showTotal={narrow ? undefined : (total, [from, to]) => `第 ${from}–${to} 条，共 ${total} 条`}
        onChange={(page, size) =>
          change(size === data.size ? { page: page > 1 ? String(page) : undefined } : { page: undefined, size: String(size) })
        }
      />
      {narrow && <p className="section-foot">共 {data.total} 条</p>}
    </div>
  );
}
