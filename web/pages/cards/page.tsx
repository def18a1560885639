import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { useState } from 'react';
import type { cards } from '../../../src/contract/endpoints/cards.ts';
import { call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NothingFound } from '../../parts/nothing-found.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import '../desk/desk.css';
import '../text-errors/text-errors.css';
import { useCardsAddress } from './address.ts';
import './cards.css';
import { CleanBar } from './clean-bar.tsx';
import { Filters } from './filters.tsx';
import { CardList } from './list.tsx';
import { Pane } from './pane.tsx';
import { type Cards, keyOf } from './types.ts';

const SIZE = 100;

/** 人工检查: what only a person can judge, question by question. */
export function Page() {
  const { areaId } = usePlace();
  const { asked, page, clear, filtered } = useCardsAddress();
  const { data, error, refetch } = useQuery({
    queryKey: ['cards', areaId, asked, page],
    queryFn: ({ signal }) => call<typeof cards>('/api/areas/:areaId/cards', { areaId, ...asked, page: page ?? 1, size: SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="人工检查" />;
  return (
    <>
      <div className="page-head">
        <h1>人工检查</h1>
        <p className="page-note">
          {data.period.label}应检查 {data.due} 项，已回答 {data.answered} 项；没有回答的按未检查计，不作通过
          {data.sample && `。随机抽取 ${data.sample.drawn} 个网站、账号（共 ${data.sample.of} 个），种子“${data.sample.seed}”`}
        </p>
      </div>
      <Filters areaId={areaId} data={data} />
      {data.rows.length > 0 ? (
        <Sitting key={`${JSON.stringify(asked)} ${page}`} areaId={areaId} data={data} />
      ) : filtered ? (
        <NothingFound of="检查" clear={clear} />
      ) : (
        <EmptyState title="没有应作的人工检查" next="登记网站、账号后，按现行检查指标应由人工判断的项目会列在这里。" />
      )}
    </>
  );
}

function Sitting({ areaId, data }: { areaId: string; data: Cards }) {
  const { change } = useCardsAddress();
  const queries = useQueryClient();
  const [index, setIndex] = useState(0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState('');
  const { rows, period } = data;
  const at = Math.min(index, rows.length - 1);
  const row = rows[at];
  const move = (to: number) => setIndex(Math.max(0, Math.min(rows.length - 1, to)));
  useKeys({ j: () => move(at + 1), k: () => move(at - 1) });
  // Told when the list shows it: a row that still looks open would be chosen again, and refused.
  const done = async (words: string) => {
    setPicked(new Set());
    await queries.invalidateQueries({ queryKey: ['cards', areaId] });
    setTold(words);
  };
  const toggle = (key: string) =>
    setPicked((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  // Somebody may have answered one meanwhile.
  const chosen = rows.filter((one) => picked.has(keyOf(one)) && one.answer === null);
  return (
    <>
      {chosen.length > 0 && <CleanBar areaId={areaId} period={period.id} rows={chosen} done={done} cancel={() => setPicked(new Set())} />}
      {told && (
        <p className="section-foot" role="status">
          {told}
        </p>
      )}
      <div className="desk-two">
        <div className="desk-left">
          <CardList rows={rows} index={at} open={data.open} picked={picked} choose={move} toggle={toggle} />
          <Pagination
            className="pages"
            size="small"
            simple
            hideOnSinglePage
            current={data.page}
            pageSize={data.size}
            total={data.total}
            showSizeChanger={false}
            onChange={(to) => change({ page: to === 1 ? undefined : String(to) })}
          />
        </div>
        {row && <Pane key={keyOf(row)} areaId={areaId} period={period.id} row={row} done={done} />}
      </div>
    </>
  );
}
