import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { programmeItemMark } from '../../../src/contract/endpoints/programme-item-mark.ts';
import type { programmes } from '../../../src/contract/endpoints/programmes.ts';
import { listedProgrammes } from '../../../src/core/lists/units.ts';
import { call, send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useUnitsAddress } from './address.ts';
import { ListBar } from './list-bar.tsx';
import { ItemForm, ProgrammeForm } from './programme-forms.tsx';
import type { Programme } from './types.ts';

/** 专项工作: members with their targets, who is not covered, and what each has to show. */
export function Programmes({ areaId }: { areaId: string }) {
  const { search } = useUnitsAddress();
  const { role } = useMe();
  const [editing, setEditing] = useState<Programme | 'new' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', areaId],
    queryFn: ({ signal }) => call<typeof programmes>('/api/areas/:areaId/programmes', { areaId }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="专项工作" />;
  const rows = listedProgrammes(data.rows, search.q);
  return (
    <>
      <ListBar areaId={areaId} list="programmes" placeholder="专项工作、成员单位">
        {role === 'office' && (
          <Button type="primary" onClick={() => setEditing('new')}>
            新建专项工作
          </Button>
        )}
      </ListBar>
      {rows.length === 0 && (
        <EmptyState
          title="没有专项工作"
          next="政务公开专区建设、选题报送等由多个单位完成的工作在这里设定成员单位和目标，没有完成的列为“未覆盖”。"
        />
      )}
      {rows.map((row) => (
        <Card key={row.id} areaId={areaId} row={row} today={data.today} edit={role === 'office' ? () => setEditing(row) : null} />
      ))}
      {editing && <ProgrammeForm areaId={areaId} of={editing === 'new' ? null : editing} close={() => setEditing(null)} />}
    </>
  );
}

type Item = Programme['items'][number];

function Card({ areaId, row, today, edit }: { areaId: string; row: Programme; today: string; edit: (() => void) | null }) {
  const { role } = useMe();
  const columns: Column<Item>[] = [
    { title: '单位', width: 200, card: 'head', cell: ({ unit }) => unit.name },
    {
      ...{ title: '事项', card: 'body' },
      cell: ({ title, note }) => (
        <>
          {title}
          {note && <small className="sub">{note}</small>}
        </>
      ),
    },
    { title: '指导单位', width: 200, cell: ({ helper }) => helper?.name ?? '—' },
    {
      ...{ title: '完成日期', width: 170, card: 'acts' },
      cell: (item) => (
        <span className="unit-inline">
          {item.finishedOn ?? <span className="mark mark-warn">进行中</span>}
          {(role === 'office' || role === 'unit') && <Mark areaId={areaId} programmeId={row.id} item={item} today={today} />}
        </span>
      ),
    },
  ];
  const covered = row.members.length - row.notCovered.length;
  return (
    <Section
      title={row.name}
      note={
        <span className="unit-inline">
          {row.basis && <span>{row.basis}</span>}
          {row.dueOn && <span className={row.late && row.notCovered.length > 0 ? 'is-bad' : undefined}>期限 {row.dueOn}</span>}
          <span>
            已覆盖 {covered}/{row.members.length}
          </span>
          {edit && (
            <button type="button" className="plain" onClick={edit}>
              修改
            </button>
          )}
        </span>
      }
    >
      {row.notCovered.length > 0 && (
        <p className="unit-lacking">
          <b>未覆盖（{row.notCovered.length}）：</b>
          {row.notCovered.join('、')}
        </p>
      )}
      {row.items.length > 0 && <Rows label={`${row.name}报送事项`} rows={row.items} columns={columns} keyOf={({ id }) => id} />}
      {(role === 'office' || role === 'unit') && row.members.length > 0 && <ItemForm areaId={areaId} row={row} />}
    </Section>
  );
}

function Mark({ areaId, programmeId, item, today }: { areaId: string; programmeId: string; item: Item; today: string }) {
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: () =>
      send<typeof programmeItemMark>('/api/areas/:areaId/programmes/:programmeId/items/:itemId', {
        ...{ areaId, programmeId, itemId: item.id },
        on: item.finishedOn === null ? today : null,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['programmes'] }),
  });
  return (
    <>
      <Button
        size="small"
        aria-label={`${item.title}：${item.finishedOn === null ? '记为完成' : '改回未完成'}`}
        loading={mark.isPending}
        onClick={() => mark.mutate()}
      >
        {item.finishedOn === null ? '完成' : '改回'}
      </Button>
      {mark.error && <ErrorState error={mark.error} />}
    </>
  );
}
