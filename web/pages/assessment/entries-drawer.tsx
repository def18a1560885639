import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { assessmentEntries } from '../../../src/contract/endpoints/assessment-entries.ts';
import type { assessmentUnitFile } from '../../../src/contract/endpoints/assessment-unit-file.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { addressOf, call } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useAssessment } from './address.ts';
import { EntryLine } from './entry-line.tsx';
import { HandForm } from './hand-form.tsx';
import { marks, signed, type YearScores } from './types.ts';

const WIDTH_PX = 820;

/** Entries of a unit, an item or all, beside the matrix; what is open stands in the address. */
export function EntriesDrawer({ areaId, year, data: scores }: { areaId: string; year: number; data: YearScores }) {
  const { search, change } = useAssessment();
  const { unit: unitId, item: itemId, entries: open } = search;
  const { data, error, refetch } = useQuery({
    queryKey: ['assessment', areaId, year, 'entries', unitId, itemId],
    queryFn: ({ signal }) =>
      call<typeof assessmentEntries>('/api/areas/:areaId/assessment/:year/entries', { areaId, year, unitId, itemId }, signal),
    enabled: open !== undefined,
  });
  const unit = scores.units.find((one) => one.unitId === unitId);
  const item = scores.scheme.items.find(({ id }) => id === itemId);
  const place = scores.scheme.items.findIndex(({ id }) => id === itemId);
  const final = scores.stage.code === 'finalised';
  const counted = data?.rows.reduce((sum, { counted: points }) => sum + Math.round(points * 100), 0) ?? 0;
  const base = item?.base ?? scores.scheme.fullScore;
  const score = item ? unit?.items[place]?.score : unit?.score;
  return (
    <Drawer
      open={open !== undefined}
      onClose={() => change({ unit: undefined, item: undefined, entries: undefined })}
      title={`${unit?.name ?? '全部单位'}${item ? `：${item.name}` : '：计分记录'}`}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      destroyOnHidden
      classNames={{ body: 'drawer-body' }}
    >
      {error && <ErrorState error={error} retry={refetch} />}
      {!error && !data && <Loading what="计分记录" />}
      {data && (
        <>
          {unit && score !== undefined && (
            <p>
              基本分 {marks(base)}，{data.rows.length} 笔共 {signed(counted / 100)}，得 <b>{marks(score)}</b> 分　
              <ExportLink
                href={addressOf<typeof assessmentUnitFile>('/api/areas/:areaId/assessment/:year/units/:unitId/evidence.xlsx', {
                  areaId,
                  year,
                  unitId: unit.unitId,
                })}
                name="导出本单位佐证"
              />
            </p>
          )}
          {!final && (
            <Only who={OFFICE}>
              <HandForm key={`${unitId} ${itemId}`} areaId={areaId} year={year} scores={scores} shown={open === 'add'} />
            </Only>
          )}
          {data.rows.length === 0 && <EmptyState title="没有计分记录" next="没有扣分、加分，得基本分。" />}
          <ul className="assess-entries">
            {data.rows.map((entry) => (
              <EntryLine key={entry.id} areaId={areaId} year={year} entry={entry} final={final} withUnit={unit === undefined} />
            ))}
          </ul>
          {data.retracted.length > 0 && (
            <details>
              <summary>已撤回的人工记分 {data.retracted.length} 笔</summary>
              <ul className="assess-entries">
                {data.retracted.map((one) => (
                  <li key={one.id}>
                    {one.unit}　{one.item}　{marks(one.points)} 分：{one.reason}（{one.by}记）
                    <small className="sub">
                      {one.retractedBy}撤回：{one.retractedReason}
                    </small>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Drawer>
  );
}
