import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { channels } from '../../../src/contract/endpoints/channels.ts';
import type { dutyHolderSet } from '../../../src/contract/endpoints/duty-holder-set.ts';
import type { dutyHolders } from '../../../src/contract/endpoints/duty-holders.ts';
import { call, send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useUnitsAddress } from './address.ts';
import { ListBar } from './list-bar.tsx';
import { useUnitOptions } from './use-unit-options.ts';

type Holder = Awaited<ReturnType<typeof call<typeof dutyHolders>>>['rows'][number];
type Duty = 'publisher' | 'supervisor' | 'drafter' | 'reviewer';
const DUTIES: readonly { value: Duty; label: string; of: string }[] = [
  { value: 'publisher', label: '发布', of: '谁发布谁负责：网页、栏目、账号上的一般问题' },
  { value: 'supervisor', label: '主管', of: '谁主管谁负责：备案、专区、培训、办事服务、责任落实等' },
  { value: 'drafter', label: '起草', of: '谁起草谁解读：未解读、解读形式不足' },
  { value: 'reviewer', label: '审查', of: '谁公开谁审查：泄露隐私、涉密、严重表述错误、审核把关不严' },
];

/** 四方责任: whom a problem of a kind falls to where it is not whom the register says. */
export function Duties({ areaId }: { areaId: string }) {
  const { search } = useUnitsAddress();
  const { role } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['duty-holders', areaId],
    queryFn: ({ signal }) => call<typeof dutyHolders>('/api/areas/:areaId/duty-holders', { areaId }, signal),
  });
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: (wish: { subject: string; duty: Duty; holderId: string | null }) =>
      send<typeof dutyHolderSet>('/api/areas/:areaId/duty-holders', { areaId, ...wish }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duty-holders'] }),
  });
  if (!data) return <Unready error={error} retry={refetch} what="四方责任" />;
  const rows = data.rows.filter((row) => `${row.subjectName} ${row.unit.name}`.includes(search.q ?? ''));
  const columns: Column<Holder>[] = [
    { title: '对象', card: 'head', cell: ({ subjectName }) => subjectName },
    { title: '责任', width: 90, card: 'mark', cell: ({ duty }) => duty.name },
    { title: '单位', width: 220, card: 'body', cell: ({ unit }) => unit.name },
    {
      ...{ title: '指定人', width: 160 },
      cell: ({ setBy, setAt }) => (
        <>
          {setBy}
          <small className="sub">{moment(setAt)}</small>
        </>
      ),
    },
    ...(role === 'office'
      ? [
          {
            ...{ title: '操作', width: 90, card: 'acts' as const },
            cell: ({ subject, subjectName, duty }: Holder) => (
              <Popconfirm
                title="取消这项指定？"
                okText="取消指定"
                cancelText="保留"
                onConfirm={() => set.mutate({ subject, duty: duty.code as Duty, holderId: null })}
              >
                <Button size="small" aria-label={`取消${subjectName}的${duty.name}单位`}>
                  取消
                </Button>
              </Popconfirm>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Section title="责任单位怎样确定" note="没有另行指定的，按底册的主办、主管单位">
        <ul className="unit-rule">
          {DUTIES.map(({ value, of }) => (
            <li key={value}>{of}</li>
          ))}
        </ul>
      </Section>
      <ListBar areaId={areaId} list={null} placeholder="网站、栏目、账号、单位" />
      {rows.length === 0 ? (
        <EmptyState title="没有另行指定的单位" next="解读由起草单位负责、审查由其他单位负责的稿件、文件、栏目，在下面指定。" />
      ) : (
        <Rows label="另行指定的单位" rows={rows} columns={columns} keyOf={({ subject, duty }) => `${subject} ${duty.code}`} />
      )}
      {role === 'office' && (
        <FaultsOf error={set.error}>
          <NameHolder areaId={areaId} busy={set.isPending} name={(wish) => set.mutate(wish)} />
        </FaultsOf>
      )}
      {set.error && <ErrorState error={set.error} />}
    </>
  );
}

function NameHolder({
  areaId,
  busy,
  name,
}: {
  areaId: string;
  busy: boolean;
  name(wish: { subject: string; duty: Duty; holderId: string }): void;
}) {
  const units = useUnitOptions(areaId);
  const { data } = useQuery({
    queryKey: ['channels', areaId, undefined],
    queryFn: ({ signal }) => call<typeof channels>('/api/areas/:areaId/channels', { areaId }, signal),
  });
  const [subject, setSubject] = useState('');
  const [channel, setChannel] = useState<string>();
  const [duty, setDuty] = useState<Duty>('drafter');
  const [holderId, setHolder] = useState<string>();
  const about = channel ?? subject.trim();
  return (
    <form
      className="unit-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (holderId) name({ subject: about, duty, holderId });
      }}
    >
      <Select
        allowClear
        aria-label="网站或账号"
        placeholder="网站或账号"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={channel}
        options={(data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
        onChange={setChannel}
      />
      <TextLine
        most={1000}
        at="subject"
        aria-label="稿件或文件的网址"
        placeholder="或者稿件、文件的网址"
        disabled={channel !== undefined}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <Select aria-label="责任" value={duty} options={DUTIES.map(({ value, label }) => ({ value, label }))} onChange={setDuty} />
      <Select
        aria-label="单位"
        placeholder="单位"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={holderId}
        options={units}
        onChange={setHolder}
      />
      <FaultAt at="holderId" />
      <Button htmlType="submit" disabled={about === '' || !holderId} loading={busy}>
        指定
      </Button>
    </form>
  );
}
