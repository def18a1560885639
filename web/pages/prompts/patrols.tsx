import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { z } from 'zod';
import type { patrols } from '../../../src/contract/endpoints/patrols.ts';
import type { patrolsFile } from '../../../src/contract/endpoints/patrols-file.ts';
import { addressOf, call } from '../../api.ts';
import { useListAddress } from '../../app/use-address.ts';
import { DayField } from '../../parts/day-field.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { NoSuchPage, Pages } from '../../parts/pages.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { PatrolRows } from './patrol-rows.tsx';
import { KEYS, type PatrolList } from './types.ts';

const ONLY = [
  { value: 'found', label: '发现问题的' },
  { value: 'clean', label: '未发现问题的' },
];
const SORTS = [
  { value: 'new', label: '最近巡网在前' },
  { value: 'found', label: '发现多的在前' },
];

/** 主动巡网 of all units, as the office sees it: who looks after its own by itself, and what it found before a check did. */
export function Patrols({ areaId }: { areaId: string }) {
  const { search, change } = useListAddress(['unit', 'from', 'to', 'q', 'only', 'sort']);
  const { unit, from, to, q, only, sort, page } = search;
  const asked = { areaId, unitIds: unit, from, to, q, only, sort } as z.input<(typeof patrolsFile)['input']>;
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.patrols, asked, page],
    queryFn: ({ signal }) => call<typeof patrols>('/api/areas/:areaId/patrols', { ...asked, page: page ?? '1' }, signal),
    placeholderData: keepPreviousData,
  });
  const go = (number: string | undefined) => change({ page: number });
  if (!data) return <Unready error={error} retry={refetch} what="巡网记录" />;
  return (
    <>
      <div className="filters">
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={unit}
          options={data.choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          popupMatchSelectWidth={false}
          onChange={(one?: string) => change({ unit: one })}
        />
        {(['from', 'to'] as const).map((end) => (
          <DayField key={end} name={end === 'from' ? '起' : '止'} value={search[end] ?? data[end]} set={(day) => change({ [end]: day })} />
        ))}
        <Select
          aria-label="只看"
          placeholder="全部记录"
          allowClear
          value={only}
          options={ONLY}
          onChange={(value?: string) => change({ only: value })}
        />
        <Select
          aria-label="排序"
          value={sort ?? 'new'}
          options={SORTS}
          onChange={(value: string) => change({ sort: value === 'new' ? undefined : value })}
        />
        <Input.Search
          className="words"
          aria-label="查找巡查范围、说明、登记人"
          placeholder="巡查范围、说明、登记人"
          allowClear
          defaultValue={q}
          onSearch={(words) => change({ q: words || undefined })}
        />
        <ExportLink href={addressOf<typeof patrolsFile>('/api/areas/:areaId/patrols.xlsx', asked)} />
      </div>
      {data.total === 0 && (unit || q || only) ? (
        <EmptyState title="没有符合条件的巡网记录" next="请放宽上面的条件，或者换一段时间。" />
      ) : data.total > 0 && data.rows.length === 0 ? (
        <NoSuchPage of={data} go={go} />
      ) : data.total === 0 ? (
        <EmptyState title="这段时间没有单位登记巡网" next="各单位登录后在“主动巡网”登记；先于检查发现并整改的问题，不计入该单位的问题。" />
      ) : (
        <>
          <ByUnit data={data} pick={(one) => change({ unit: one })} />
          <Section title="每次巡网" note={`${data.from} 至 ${data.to}，共 ${data.total} 次`}>
            <PatrolRows areaId={areaId} rows={data.rows} />
            <Pages of={data} go={go} unit="次" />
          </Section>
        </>
      )}
    </>
  );
}

function ByUnit({ data, pick }: { data: PatrolList; pick(unitId: string): void }) {
  const rows = data.units;
  return (
    <Section title="各单位巡网情况" note={`${rows.length} 个单位登记过，全部 ${data.choices.units.length} 个单位`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label="各单位巡网情况（可左右滚动）" tabIndex={0}>
        <table className="figures">
          <thead>
            <tr>
              {['单位', '巡网', '最近', '自查发现', '已整改', '先于检查发现'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, patrols: times, lastOn, found, fixed, first }) => (
              <tr key={unit.id}>
                <td className="prompt-unit-name">
                  <button type="button" className="plain" onClick={() => pick(unit.id)}>
                    {unit.name}
                  </button>
                </td>
                <td className="num">{times}</td>
                <td>{lastOn}</td>
                <td className="num">{found}</td>
                <td className="num">{fixed}</td>
                <td className="num">{first}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
