import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Pagination } from 'antd';
import type { z } from 'zod';
import type { assessmentEntries } from '../../../src/contract/endpoints/assessment-entries.ts';
import type { assessmentFile } from '../../../src/contract/endpoints/assessment-file.ts';
import type { assessmentUnitFile } from '../../../src/contract/endpoints/assessment-unit-file.ts';
import { OFFICE, OVERSEERS } from '../../../src/contract/who.ts';
import { addressOf, call } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { useAssessment } from './address.ts';
import { askedEntries, EntryFilter } from './entry-filter.tsx';
import { EntryLine } from './entry-line.tsx';
import { HandForm } from './hand-form.tsx';
import { type Entries, marks, signed, type YearScores } from './types.ts';

const WIDTH_PX = 820;

/** Entries of a unit, an item or all, beside the matrix, page by page; what is open and how it is narrowed stands in the address. */
export function EntriesDrawer({ areaId, year, data: scores }: { areaId: string; year: number; data: YearScores }) {
  const { search, openEntries } = useAssessment();
  const narrow = useNarrow();
  const { unit: unitId, item: itemId, entries: open } = search;
  const asked = askedEntries(search);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['assessment', areaId, year, 'entries', asked],
    queryFn: ({ signal }) =>
      call<typeof assessmentEntries>('/api/areas/:areaId/assessment/:year/entries', { areaId, year, ...asked }, signal),
    enabled: open !== undefined,
    placeholderData: keepPreviousData,
  });
  const unit = unitOf(scores, unitId);
  const item = scores.scheme.items.find(({ id }) => id === itemId);
  const final = scores.stage.code === 'finalised';
  return (
    <Drawer
      open={open !== undefined}
      onClose={() => openEntries({})}
      title={`${unit?.name ?? '全部单位'}${item ? `：${item.name}` : '：计分记录'}`}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      destroyOnHidden
      classNames={{ body: 'drawer-body' }}
    >
      {error && <ErrorState error={error} retry={refetch} />}
      {!error && !data && <Loading what="计分记录" />}
      {data && !error && (
        <div className={isPlaceholderData ? 'list-busy' : undefined} aria-busy={isPlaceholderData}>
          <div className="assess-drawer-head">
            <Sum scores={scores} data={data} />
            <TakeHome areaId={areaId} year={year} unitId={unit?.unitId} narrowing={{ itemId, state: asked.state, words: asked.q }} />
            {!final && open !== 'add' && <AddByHand />}
          </div>
          {!final && open === 'add' && (
            <Only who={OFFICE}>
              <HandForm key={`${unitId} ${itemId}`} areaId={areaId} year={year} scores={scores} />
            </Only>
          )}
          <EntryFilter scores={scores} withUnit={unit === undefined} />
          {data.rows.length === 0 && <None narrowed={asked.q !== undefined || asked.state !== undefined || data.total > 0} />}
          <ul className="assess-entries">
            {data.rows.map((entry) => (
              <EntryLine key={entry.id} areaId={areaId} year={year} entry={entry} final={final} withUnit={unit === undefined} />
            ))}
          </ul>
          <Pages data={data} simple={narrow} />
          <Retracted rows={data.retracted} />
        </div>
      )}
    </Drawer>
  );
}

/** The unit the entries are of; a unit that sees only itself need not choose itself. */
const unitOf = ({ units }: YearScores, unitId: string | undefined) =>
  units.find((one) => one.unitId === unitId) ?? (units.length === 1 ? units[0] : undefined);

function AddByHand() {
  const { change } = useAssessment();
  return (
    <Only who={OFFICE}>
      <Button size="small" onClick={() => change({ entries: 'add' })}>
        人工记一笔
      </Button>
    </Only>
  );
}

/** 基本分 and entries as an equation; of a part of them only what they come to. */
function Sum({ scores, data }: { scores: YearScores; data: Entries }) {
  const { search } = useAssessment();
  const unit = unitOf(scores, search.unit);
  const place = scores.scheme.items.findIndex(({ id }) => id === search.item);
  const item = scores.scheme.items[place];
  const score = item ? unit?.items[place]?.score : unit?.score;
  const isPart = Boolean(search.words || search.state);
  if (!unit || score === undefined || isPart)
    return (
      <p>
        {isPart ? '符合条件的' : ''} {data.total} 笔，共 {signed(data.sum)} 分
      </p>
    );
  return (
    <p>
      基本分 {marks(item?.base ?? scores.scheme.fullScore)}，{data.total} 笔共 {signed(data.sum)}，得 <b>{marks(score)}</b> 分
    </p>
  );
}

type Narrowing = Pick<z.input<(typeof assessmentFile)['input']>, 'itemId' | 'state' | 'words'>;
interface TakeHomeProps {
  areaId: string;
  year: number;
  unitId: string | undefined;
  narrowing: Narrowing;
}

/** Of one unit all that its score rests on, as it is handed to it; of all units the scores and the entries as they are narrowed. */
function TakeHome({ areaId, year, unitId, narrowing }: TakeHomeProps) {
  if (unitId !== undefined) {
    const own = { areaId, year, unitId };
    const href = addressOf<typeof assessmentUnitFile>('/api/areas/:areaId/assessment/:year/units/:unitId/evidence.xlsx', own);
    return <ExportLink href={href} name="导出本单位佐证" />;
  }
  const href = addressOf<typeof assessmentFile>('/api/areas/:areaId/assessment/:year/scores.xlsx', { areaId, year, ...narrowing });
  return (
    <Only who={OVERSEERS}>
      <ExportLink href={href} name="导出得分和计分记录" />
    </Only>
  );
}

function None({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <EmptyState title="没有符合条件的计分记录" next="请放宽条件，或者回到第一页。" />
  ) : (
    <EmptyState title="没有计分记录" next="没有扣分、加分，得基本分。" />
  );
}

function Pages({ data: { page, size, total }, simple }: { data: Entries; simple: boolean }) {
  const { change } = useAssessment();
  if (total <= size) return null;
  return (
    <Pagination
      className="pages"
      size="small"
      simple={simple}
      current={page}
      pageSize={size}
      total={total}
      showSizeChanger={false}
      showTotal={simple ? undefined : (_, [from, to]) => `第 ${from}–${to} 笔，共 ${total} 笔`}
      onChange={(next) => change({ page: next > 1 ? String(next) : undefined })}
    />
  );
}

function Retracted({ rows }: { rows: Entries['retracted'] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>已撤回的人工记分 {rows.length} 笔</summary>
      <ul className="assess-entries">
        {rows.map((one) => (
          <li key={one.id}>
            {one.unit}　{one.item}　{marks(one.points)} 分：{one.reason}（{one.by}记）
            <small className="sub">
              {one.retractedBy}撤回：{one.retractedReason}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
