import { useQueryClient } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { ActBar } from './act-bar.tsx';
import { useDeskAddress } from './address.ts';
import { FindingPane } from './finding-pane.tsx';
import { Help } from './help.tsx';
import { WaitingList } from './list.tsx';
import type { Asking, Desk, Order, Row } from './types.ts';
import { findingQuery } from './use-finding.ts';
import { useSitting } from './use-sitting.ts';

/** How many of the next findings are fetched while one is read. */
const AHEAD = 3;

interface SittingProps {
  areaId: string;
  data: Desk;
  stale: boolean;
  again(): void;
  /** Shown where nothing waits. */
  children: ReactNode;
}

/** The list and the finding at hand beside it, worked by keys. */
export function Sitting({ areaId, data, stale, again, children }: SittingProps) {
  const { search, change } = useDeskAddress();
  const queries = useQueryClient();
  const sitting = useSitting(areaId);
  // The list stands still while it is worked through, whoever asks it anew; the next batch is another sitting's.
  const [rows, setRows] = useState(data.rows);
  if (rows.length === 0 && data.rows.length > 0) setRows(data.rows);
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const [framed, setFramed] = useState(true);
  const [help, setHelp] = useState(false);
  const { decided } = sitting;
  const index = Math.min(at, Math.max(0, rows.length - 1));
  const current = rows[index];
  const open = rows.filter(({ id }) => !decided.has(id));
  const chosen = open.filter(({ id }) => picked.has(id));
  const meant = chosen.length > 0 ? chosen : current && !decided.has(current.id) ? [current] : [];
  const may = (act: string): boolean => data.may.includes(act) && meant.length > 0;

  useEffect(() => {
    for (const { id } of rows.slice(index + 1, index + 1 + AHEAD)) void queries.prefetchQuery(findingQuery(areaId, id));
  }, [queries, areaId, rows, index]);

  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    setAt(next);
    setAsking(null);
    const row = rows[next];
    if (row) document.getElementById(`waiting-${row.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const nextOpen = (gone: ReadonlySet<string>): number => {
    const waits = ({ id }: Row) => !decided.has(id) && !gone.has(id);
    const later = rows.findIndex((row, i) => i > index && waits(row));
    return later !== -1 ? later : Math.max(0, rows.findIndex(waits));
  };
  const decide = (order: Order) => {
    const ids = meant.map(({ id }) => id);
    if (ids.length === 0) return;
    sitting.decide(ids, order, ids.length > 1 ? `${ids.length} 条` : `“${meant[0]?.place}”`);
    setPicked(new Set());
    setAsking(null);
    move(nextOpen(new Set(ids)));
  };
  const undo = () => {
    const back = sitting.undo(new Set(rows.map(({ id }) => id)), again);
    const there = rows.findIndex(({ id }) => id === back);
    if (there !== -1) move(there);
  };
  const toggle = (id: string) => setPicked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const ask = (act: Asking) => () => may(act) && (act !== 'merged' || meant.length === 1) && setAsking(act);
  useKeys({
    j: () => move(index + 1),
    ArrowDown: () => move(index + 1),
    k: () => move(index - 1),
    ArrowUp: () => move(index - 1),
    y: () => may('confirmed') && decide({ act: 'confirmed' }),
    Enter: () => may('confirmed') && decide({ act: 'confirmed' }),
    n: ask('rejected'),
    m: ask('merged'),
    x: ask('exempted'),
    u: undo,
    o: () => setFramed(!framed),
    ' ': () => current && toggle(current.id),
    '?': () => setHelp(!help),
    Escape: () => (help ? setHelp(false) : asking ? setAsking(null) : setPicked(new Set())),
  });

  const done = rows.length - open.length;
  const wayBack = sitting.last && (
    <Button size="small" onClick={undo} title={sitting.last.words}>
      撤回上一步
      <span className="text-key" data-key="U" />
    </Button>
  );
  // The last finding is taken back like any other: its answer leaves the list, not the way back.
  if (rows.length === 0)
    return (
      <>
        {wayBack && (
          <div className="desk-progress">
            <span>本次已复核 {sitting.count} 条</span>
            {wayBack}
          </div>
        )}
        {sitting.error !== null && <ErrorState error={sitting.error} />}
        {children}
      </>
    );
  return (
    <div className={stale ? 'desk desk-stale' : 'desk'}>
      <div className="desk-progress" role="status">
        <progress max={rows.length} value={done} aria-label="本页已复核" />
        <span>
          本页 {rows.length} 条，已复核 {done} 条{data.total > rows.length && `；符合条件的共 ${data.total} 条`}；本次已复核 {sitting.count}{' '}
          条
        </span>
        {wayBack}
        {open.length === 0 && (
          <Button
            size="small"
            type="primary"
            disabled={sitting.busy}
            onClick={() => {
              setAt(0);
              again();
            }}
          >
            取下一批
          </Button>
        )}
        <button type="button" className="plain" aria-expanded={help} onClick={() => setHelp(!help)}>
          键盘操作 <span className="text-key" data-key="?" />
        </button>
      </div>
      {help && <Help close={() => setHelp(false)} />}
      {sitting.error !== null && <ErrorState error={sitting.error} />}
      {sitting.refusals.length > 0 && (
        <div className="desk-refused" role="alert">
          {sitting.refusals.length} 条没有办理：
          {[...new Set(sitting.refusals.map(({ message, next }) => `${message}${next}`))].slice(0, 3).join('；')}
        </div>
      )}
      <div className="desk-two">
        <div className="desk-left">
          <WaitingList
            rows={rows}
            index={index}
            decided={decided}
            picked={picked}
            choose={move}
            toggle={toggle}
            pickAll={(on) => setPicked(new Set(on ? open.map(({ id }) => id) : []))}
          />
          {data.total > data.size && (
            <Pagination
              className="pages"
              size="small"
              simple
              current={Number(search.page ?? 1)}
              pageSize={data.size}
              total={data.total}
              showSizeChanger={false}
              onChange={(page) => change({ page: page === 1 ? undefined : String(page) })}
            />
          )}
        </div>
        {current && (
          <div className="desk-right">
            <ActBar
              key={`${current.id} ${asking}`}
              areaId={areaId}
              current={current}
              meant={meant}
              answer={decided.get(current.id) ?? null}
              data={data}
              asking={asking}
              ask={setAsking}
              decide={decide}
            />
            <FindingPane areaId={areaId} id={current.id} framed={framed} setFramed={setFramed} />
          </div>
        )}
      </div>
    </div>
  );
}
