import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { bodies } from '../../../src/contract/endpoints/bodies.ts';
import type { bodyEntryRemove } from '../../../src/contract/endpoints/body-entry-remove.ts';
import type { bodyEntrySave } from '../../../src/contract/endpoints/body-entry-save.ts';
import { listedBodies } from '../../../src/core/lists/units.ts';
import { call, send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { percent } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useUnitsAddress } from './address.ts';
import { ListBar } from './list-bar.tsx';
import type { Body } from './types.ts';

/** 公共企事业单位: each with its department, its own catalogue and how much of it is disclosed. */
export function Bodies({ areaId }: { areaId: string }) {
  const { search } = useUnitsAddress();
  const { role } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['bodies', areaId],
    queryFn: ({ signal }) => call<typeof bodies>('/api/areas/:areaId/bodies', { areaId }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="公共企事业单位" />;
  if (data.rows.length === 0)
    return (
      <EmptyState
        title="还没有登记公共企事业单位"
        next="在“单位”表中把供水、供电、供气、公交、医疗、教育等单位的类别写为“公共企事业单位”，上级单位写主管部门，导入后在这里登记公开目录。"
      />
    );
  const rows = listedBodies(data.rows, search.q);
  const mayEdit = role === 'office' || role === 'unit';
  return (
    <>
      <ListBar areaId={areaId} list="bodies" placeholder="单位、主管部门">
        <span className="section-note">
          {rows.length} 个单位，目录 {data.total} 项，已公开 {data.disclosed} 项；不计入网站、账号基数
        </span>
      </ListBar>
      {rows.map((row) => (
        <Catalogue key={row.unit.id} areaId={areaId} row={row} mayEdit={mayEdit} />
      ))}
    </>
  );
}

function Catalogue({ areaId, row, mayEdit }: { areaId: string; row: Body; mayEdit: boolean }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) =>
      send<typeof bodyEntryRemove>('/api/areas/:areaId/bodies/:unitId/entries/:id/remove', { areaId, unitId: row.unit.id, id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['bodies'] }),
  });
  const columns: Column<Body['entries'][number]>[] = [
    { title: '公开事项', card: 'head', cell: ({ item }) => item },
    { title: '依据', card: 'body', cell: ({ basis }) => basis ?? '—' },
    { title: '时限', width: 130, cell: ({ timeLimit }) => timeLimit ?? '—' },
    {
      ...{ title: '公开位置', width: 110, card: 'mark' },
      cell: ({ url }) => (url ? <OutsideLink href={url}>已公开</OutsideLink> : <span className="mark mark-warn">未公开</span>),
    },
    ...(mayEdit
      ? [
          {
            ...{ title: '操作', width: 90, card: 'acts' as const },
            cell: ({ id, item }: Body['entries'][number]) => (
              <Popconfirm title={`去掉“${item}”？`} okText="去掉" cancelText="不去" onConfirm={() => remove.mutate(id)}>
                <Button size="small" aria-label={`去掉${item}`}>
                  去掉
                </Button>
              </Popconfirm>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={row.unit.name}
      note={`${row.supervisor === null ? '没有登记主管部门' : `主管部门 ${row.supervisor}`}　公开率 ${percent(row.coverage)}（${row.disclosed}/${row.total}）`}
    >
      {row.entries.length === 0 ? (
        <p className="section-note">还没有公开目录。</p>
      ) : (
        <Rows label={`${row.unit.name}公开目录`} rows={row.entries} columns={columns} keyOf={({ id }) => id} />
      )}
      {remove.error && <ErrorState error={remove.error} />}
      {mayEdit && <EntryForm areaId={areaId} unitId={row.unit.id} of={row.unit.name} />}
    </Section>
  );
}

const NO_ENTRY = { item: '', basis: '', timeLimit: '', url: '' };
const MOST = { item: 200, basis: 300, timeLimit: 60, url: 1000 } as const;
const FIELDS = { item: '公开事项', basis: '依据', timeLimit: '公开时限', url: '公开网址（还没有公开的不填）' } as const;

function EntryForm({ areaId, unitId, of }: { areaId: string; unitId: string; of: string }) {
  const queries = useQueryClient();
  const [entry, setEntry] = useState(NO_ENTRY);
  const save = useMutation({
    mutationFn: () => send<typeof bodyEntrySave>('/api/areas/:areaId/bodies/:unitId/entries', { areaId, unitId, id: null, ...entry }),
    onSuccess: async () => {
      setEntry(NO_ENTRY);
      await queries.invalidateQueries({ queryKey: ['bodies'] });
    },
  });
  return (
    <FaultsOf error={save.error}>
      <form
        className="unit-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {(Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map((key) => (
          <TextLine
            key={key}
            most={MOST[key]}
            at={key}
            aria-label={`${of}：${FIELDS[key]}`}
            placeholder={FIELDS[key]}
            value={entry[key]}
            onChange={(event) => setEntry({ ...entry, [key]: event.target.value })}
          />
        ))}
        <Button htmlType="submit" disabled={entry.item.trim() === ''} loading={save.isPending}>
          增加一项
        </Button>
        {save.error && <ErrorState error={save.error} />}
      </form>
    </FaultsOf>
  );
}
