import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import type { picturesFreshness } from '../../../src/contract/endpoints/pictures-freshness.ts';
import { call } from '../../api.ts';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { Unready } from '../../parts/unready.tsx';
import { usePictureAddress } from './address.ts';
import { ColumnsDrawer } from './columns-drawer.tsx';
import { HeatTable } from './heat-table.tsx';

const BY = [
  { value: 'class', label: '按栏目类别' },
  { value: 'name', label: '按栏目名称' },
] as const;

/** 栏目新鲜度: how many days every unit's columns have to their limits, by what was last seen. */
export function Freshness({ areaId }: { areaId: string }) {
  const { search, change } = usePictureAddress();
  const { isKnown, range, isWhole, words } = useRange();
  const by = search.by === 'name' ? 'name' : 'class';
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['pictures-freshness', areaId, range, by],
    queryFn: ({ signal }) => call<typeof picturesFreshness>('/api/areas/:areaId/pictures/freshness', { areaId, range, by }, signal),
    enabled: isKnown,
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="栏目新鲜度" />;
  if (data.judgedOn === null) return <EmptyState title="还没有监测结果" next="完成一次监测之后，这里显示每个栏目距更新时限还有几天。" />;
  if (data.units.length === 0)
    return <EmptyState title="没有登记更新时限的栏目" next="请在底册的栏目表中填写更新时限和栏目地址，再导入。" />;
  const shown = isWhole
    ? { ...data, units: data.units.map((area) => (area.id === areaId ? { ...area, name: `${area.name}本级` } : area)) }
    : data;
  return (
    <>
      <p className="page-note">
        截至{dayInWords(data.today)}，依据 {data.judgedOn}{' '}
        的监测。格内数字是距更新时限的天数，负数为超期；一格有几个栏目时取最差的一个。点开看{isWhole ? '该地区的这些栏目' : '每个栏目'}
        和当时的查看记录。
      </p>
      <div className="heat-head">
        <Radio.Group
          aria-label="栏目的排法"
          optionType="button"
          options={[...BY]}
          value={by}
          onChange={({ target }) => change({ by: target.value === 'name' ? 'name' : undefined, kind: undefined })}
        />
        <ul className="heat-legend" aria-label="颜色说明与栏目数">
          {data.states.map(({ code, name, count }) => (
            <li key={code}>
              <button type="button" className={`heat-key heat-${code}`} disabled={count === 0} onClick={() => change({ fresh: code })}>
                {name} {count}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <HeatTable
        picture={shown}
        by={by}
        busy={isPlaceholderData}
        first={isWhole ? words.each : '单位'}
        open={(row, kind) => change({ [isWhole ? 'area' : 'unit']: row, kind })}
      />
      <ColumnsDrawer areaId={areaId} by={by} />
    </>
  );
}
