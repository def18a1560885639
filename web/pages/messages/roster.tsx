import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { roster } from '../../../src/contract/endpoints/roster.ts';
import type { rosterSave } from '../../../src/contract/endpoints/roster-save.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { DayField } from '../../parts/day-field.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useMessagesAddress } from './address.ts';

const DAYS = 28;
const WEEK = 7;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const weekday = (day: string): string => `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
type Day = Awaited<ReturnType<typeof call<typeof roster>>>['days'][number];

/** 值班表: four weeks in one table; the first week is carried on with one click. */
export function Roster({ areaId }: { areaId: string }) {
  const { search, change } = useMessagesAddress();
  const queries = useQueryClient();
  const may = useMay(OFFICE);
  const asked = { areaId, from: search.from, days: DAYS };
  const { data, error, refetch } = useQuery({
    queryKey: ['roster', asked],
    queryFn: ({ signal }) => call<typeof roster>('/api/areas/:areaId/roster', asked, signal),
  });
  const [days, setDays] = useState<Day[]>([]);
  useEffect(() => {
    if (data) setDays(data.days);
  }, [data]);
  const save = useMutation({
    mutationFn: () =>
      send<typeof rosterSave>('/api/areas/:areaId/roster', {
        areaId,
        days: days.map(({ day, name, deputy }) => ({ day, name, deputy })),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  });
  if (!data) return <Unready error={error} retry={refetch} what="值班表" />;
  const put = (at: number, field: 'name' | 'deputy', value: string) =>
    setDays(days.map((one, i) => (i === at ? { ...one, [field]: value.trim() === '' ? null : value } : one)));
  const carryOn = () =>
    setDays(
      days.map((one, i) => (i < WEEK ? one : { ...one, name: days[i % WEEK]?.name ?? null, deputy: days[i % WEEK]?.deputy ?? null })),
    );
  const isChanged = days.some((one, i) => one.name !== data.days[i]?.name || one.deputy !== data.days[i]?.deputy);
  const empty = days.filter(({ name }) => name === null).length;
  return (
    <Section
      title="值班表"
      note={
        data.now ? `现在值班：${data.now.name}${data.now.deputy ? `，副班 ${data.now.deputy}` : ''}` : '现在没有排班，告警发给政务公开办'
      }
    >
      <p className="message-hint">
        每天 {data.changesAt} 交接，之前的夜里归前一天。告警先发给值班人员，{data.answerWithinMinutes}{' '}
        分钟没有应答转给副班，再转政务公开办。
      </p>
      <div className="message-bar">
        <DayField name="起始日期" value={search.from ?? data.today} set={(from) => change({ from })} />
        {may && (
          <>
            <Button size="small" onClick={carryOn} disabled={days[0] === undefined}>
              按第一周续排
            </Button>
            <Button size="small" type="primary" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
              保存
            </Button>
          </>
        )}
        <span className="section-note" role="status">
          {isChanged ? '有改动，尚未保存' : empty > 0 ? `${empty} 天没有排班` : '已全部排班'}
        </span>
      </div>
      {save.error && <ErrorState error={save.error} />}
      <datalist id="duty-names">
        {data.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FaultsOf error={save.error}>
        <ol className="roster">
          {days.map(({ day, working, name, deputy }, i) => (
            <li key={day} className={working ? 'roster-day' : 'roster-day roster-off'}>
              <span className={day === data.today ? 'roster-date roster-today' : 'roster-date'}>
                {day} {weekday(day)}
                {!working && '（休）'}
              </span>
              <input
                readOnly={!may}
                aria-label={`${day}值班人员`}
                placeholder={may ? '值班人员' : '未排班'}
                list="duty-names"
                value={name ?? ''}
                onChange={(event) => put(i, 'name', event.target.value)}
              />
              <FaultAt at={`days.${i}.name`} />
              <input
                readOnly={!may}
                aria-label={`${day}副班`}
                placeholder={may ? '副班' : ''}
                list="duty-names"
                value={deputy ?? ''}
                onChange={(event) => put(i, 'deputy', event.target.value)}
              />
              <FaultAt at={`days.${i}.deputy`} />
            </li>
          ))}
        </ol>
      </FaultsOf>
    </Section>
  );
}
