import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { platformItems } from '../../../src/contract/endpoints/platform-items.ts';
import { call } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { ChannelPart } from './tabs.tsx';

type Items = z.output<(typeof platformItems)['output']>;
type Item = Items['rows'][number];

const UNITS: readonly Column<Items['units'][number]>[] = [
  { title: '单位', card: 'head', cell: ({ name }) => name },
  { title: '条数', width: 100, align: 'end', card: 'mark', cell: ({ count }) => count },
];

const itemColumns = (units: Items['units']): readonly Column<Item>[] => {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return [
    { title: '日期', width: 120, cell: ({ day }) => day },
    { title: '标题', card: 'head', cell: ({ title, url }) => (url ? <OutsideLink href={url}>{title}</OutsideLink> : title) },
    { title: '单位', width: 200, card: 'body', cell: ({ unitId }) => (unitId === null ? '没有写明' : (names.get(unitId) ?? '')) },
    { title: '栏目', width: 180, cell: ({ column }) => column ?? '—' },
    { title: '索引号', width: 270, cell: ({ indexNumber }) => indexNumber ?? '—' },
  ];
};

/** More than a person reads through; the counts above are of all. */
const SHOWN = 500;

/** 政府信息公开平台 in a period: how much each unit published, every item once (seeds D07). */
export function PlatformItems() {
  const { areaId, period } = usePlace();
  const { data, error, refetch } = useQuery({
    queryKey: ['platform-items', areaId, period],
    queryFn: ({ signal }) => call<typeof platformItems>('/api/areas/:areaId/platform-items', { areaId, period }, signal),
  });
  return (
    <ChannelPart note="由政府信息公开平台导出、在“导入”中登记的信息；同一条重复导入只计一次">
      {!data ? (
        <Unready error={error} retry={refetch} what="公开平台信息" />
      ) : data.rows.length === 0 ? (
        <EmptyState title={`${data.period.label}没有登记公开平台信息`} next="请在“导入”中导入平台导出的信息清单。" />
      ) : (
        <>
          <Section
            title="各单位条数"
            note={`${data.period.label}共 ${data.total} 条${data.withoutUnit > 0 ? `，其中 ${data.withoutUnit} 条没有写明单位` : ''}`}
          >
            <Rows label="各单位条数" rows={data.units} columns={UNITS} keyOf={({ id }) => id} />
          </Section>
          <Section title="逐条信息" note={data.rows.length > SHOWN ? `只列前 ${SHOWN} 条` : undefined}>
            <Rows
              label="公开平台信息"
              rows={data.rows.slice(0, SHOWN)}
              columns={itemColumns(data.units)}
              keyOf={({ sourceId, day, unitId, title, url }) => sourceId ?? `${day} ${unitId} ${title} ${url}`}
            />
          </Section>
        </>
      )}
    </ChannelPart>
  );
}
