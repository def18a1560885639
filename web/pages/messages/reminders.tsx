import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Pagination, Select } from 'antd';
import { useState } from 'react';
import type { reminderAdd } from '../../../src/contract/endpoints/reminder-add.ts';
import type { reminders } from '../../../src/contract/endpoints/reminders.ts';
import type { remindersFile } from '../../../src/contract/endpoints/reminders-file.ts';
import { OFFICE_AND_BUREAU } from '../../../src/contract/who.ts';
import { addressOf, call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useMessagesAddress } from './address.ts';

type Record = Awaited<ReturnType<typeof call<typeof reminders>>>;
/** Units shown before somebody asks for all, and reminders on a page. */
const FEW = 15;
const WAYS = ['电话', '微信工作群', '当面', '短信', '电子邮件'];

/** 提醒记录: of each unit how often and on which days, and every reminder. */
export function Reminders({ areaId }: { areaId: string }) {
  const { search, change } = useMessagesAddress();
  const page = Number(search.page ?? 1);
  const asked = { areaId, unitIds: search.unit, from: search.from, to: search.to };
  const { data, error, refetch } = useQuery({
    queryKey: ['reminders', asked, page],
    queryFn: ({ signal }) => call<typeof reminders>('/api/areas/:areaId/reminders', { ...asked, page, size: FEW }, signal),
    placeholderData: (before) => before,
  });
  if (!data) return <Unready error={error} retry={refetch} what="提醒记录" />;
  return (
    <>
      <div className="message-bar">
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={search.unit}
          options={data.choices.map(({ id, name }) => ({ value: id, label: name }))}
          popupMatchSelectWidth={false}
          onChange={(value?: string) => change({ unit: value })}
        />
        <DayField name="起" value={search.from ?? data.from} set={(from) => change({ from })} />
        <DayField name="止" value={search.to ?? data.to} set={(to) => change({ to })} />
        <ExportLink href={addressOf<typeof remindersFile>('/api/areas/:areaId/reminders.xlsx', asked)} />
      </div>
      {data.total === 0 ? (
        <EmptyState
          title="这段时间没有提醒过单位"
          next="到期前一天、逾期第 1、3、5 个工作日由程序自动提醒、督办；电话和工作群里的提醒请在下面登记。"
        />
      ) : (
        <>
          <ByUnit data={data} pick={(unit) => change({ unit })} />
          <All data={data} page={page} turn={(at) => change({ page: at === 1 ? undefined : String(at) })} />
        </>
      )}
      <Only who={OFFICE_AND_BUREAU}>
        <AddReminder areaId={areaId} choices={data.choices} today={data.to} />
      </Only>
    </>
  );
}

function ByUnit({ data, pick }: { data: Record; pick(unitId: string): void }) {
  const [all, setAll] = useState(false);
  const shown = all ? data.units : data.units.slice(0, FEW);
  const columns: Column<Record['units'][number]>[] = [
    {
      title: '单位',
      card: 'head',
      cell: ({ unit }) => (
        <button type="button" className="plain" onClick={() => pick(unit.id)}>
          {unit.name}
        </button>
      ),
    },
    { title: '次数', width: 70, align: 'end', cell: ({ count }) => count },
    { title: '已到步骤', width: 120, cell: ({ furthest }) => furthest },
    { title: '日期', width: 480, cell: ({ words, days }) => words ?? days.join('、') },
  ];
  return (
    <Section title="各单位被提醒情况" note={`${data.units.length} 个单位，三次及以上为多次被提醒`}>
      <Rows label="各单位被提醒情况" rows={shown} columns={columns} keyOf={({ unit }) => unit.id} />
      {shown.length < data.units.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          显示全部 {data.units.length} 个单位
        </button>
      )}
    </Section>
  );
}

const EACH: readonly Column<Record['rows'][number]>[] = [
  { title: '日期', width: 108, cell: ({ day }) => day },
  { title: '单位', card: 'head', cell: ({ unit }) => unit.name },
  {
    title: '步骤',
    width: 110,
    card: 'mark',
    cell: ({ step }) => <span className={step.code === 'letter' || step.code === 'notice' ? 'is-bad' : undefined}>{step.name}</span>,
  },
  { title: '方式', width: 150, cell: ({ channel }) => channel },
  { title: '对象', width: 140, cell: ({ addressee }) => addressee },
  {
    title: '问题数',
    width: 160,
    cell: ({ problems, note }) => (
      <>
        {problems > 0 ? problems : '—'}
        {note && <small className="sub">{note}</small>}
      </>
    ),
  },
  { title: '提醒人', width: 120, cell: ({ byName }) => byName },
];

function All({ data, page, turn }: { data: Record; page: number; turn(page: number): void }) {
  return (
    <Section title="每次提醒" note={`${data.from} 至 ${data.to}，共 ${data.total} 次`}>
      <Rows label="每次提醒" rows={data.rows} columns={EACH} keyOf={({ id }) => id} />
      <Pagination current={page} pageSize={FEW} total={data.total} showSizeChanger={false} hideOnSinglePage onChange={turn} />
    </Section>
  );
}

function AddReminder({ areaId, choices, today }: { areaId: string; choices: Record['choices']; today: string }) {
  const queries = useQueryClient();
  const [unitId, setUnit] = useState<string>();
  const [day, setDay] = useState(today);
  const [channel, setChannel] = useState('电话');
  const [addressee, setAddressee] = useState('');
  const [note, setNote] = useState('');
  const add = useMutation({
    mutationFn: () =>
      send<typeof reminderAdd>('/api/areas/:areaId/reminders', {
        areaId,
        unitId: unitId ?? '',
        day,
        channel,
        addressee,
        note: note.trim() || null,
      }),
    onSuccess: async () => {
      setAddressee('');
      setNote('');
      await queries.invalidateQueries({ queryKey: ['reminders'] });
    },
  });
  return (
    <Section title="登记人工提醒" note="电话、工作群、当面的提醒与自动提醒一并计数">
      <FaultsOf error={add.error}>
        <form
          className="message-form"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <Select
            aria-label="被提醒单位"
            placeholder="单位"
            showSearch={{ optionFilterProp: 'label' }}
            value={unitId}
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            popupMatchSelectWidth={false}
            onChange={setUnit}
          />
          <FaultAt at="unitId" />
          <DayField name="日期" value={day} set={(value) => setDay(value ?? today)} />
          <FaultAt at="day" />
          <Select aria-label="提醒方式" value={channel} options={WAYS.map((way) => ({ value: way, label: way }))} onChange={setChannel} />
          <TextLine
            aria-label="提醒对象"
            placeholder="提醒对象"
            most={60}
            at="addressee"
            value={addressee}
            onChange={(event) => setAddressee(event.target.value)}
          />
          <TextLine
            aria-label="说明"
            placeholder="说明（可不填）"
            most={300}
            at="note"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button htmlType="submit" loading={add.isPending} disabled={!unitId || addressee.trim() === ''}>
            登记
          </Button>
        </form>
      </FaultsOf>
      {add.error && <ErrorState error={add.error} />}
    </Section>
  );
}
