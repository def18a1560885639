import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { picturesCalendar } from '../../../src/contract/endpoints/pictures-calendar.ts';
import { nextPeriod, parsePeriod, periodOf, previousPeriod } from '../../../src/core/period.ts';
import { call } from '../../api.ts';
import { useRange } from '../../app/use-range.ts';
import { Unready } from '../../parts/unready.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { usePictureAddress } from './address.ts';
import { Agenda } from './agenda.tsx';
import { LateItems } from './late-items.tsx';
import { MonthGrid } from './month-grid.tsx';

/** 期限日历: what is due on each day of a month; a list of days on a telephone. */
export function Deadlines({ areaId }: { areaId: string }) {
  const { search, change } = usePictureAddress();
  const narrow = useNarrow();
  const { isKnown, range } = useRange();
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-calendar', areaId, range, search.month],
    queryFn: ({ signal }) =>
      call<typeof picturesCalendar>('/api/areas/:areaId/pictures/calendar', { areaId, range, month: search.month }, signal),
    enabled: isKnown,
  });
  if (!data) return <Unready error={error} retry={refetch} what="期限日历" />;
  const month = parsePeriod(data.month.id);
  const hidden = (search.hide ?? '').split(',').filter(Boolean);
  const entries = data.entries.filter(({ kind }) => !hidden.includes(kind));
  const toggle = (code: string) => {
    const next = hidden.includes(code) ? hidden.filter((one) => one !== code) : [...hidden, code];
    change({ hide: next.length > 0 ? next.join(',') : undefined });
  };
  const Shown = narrow ? Agenda : MonthGrid;
  return (
    <>
      <LateItems calendar={data} areaId={areaId} />
      <div className="month-head">
        <h2>{data.month.label}</h2>
        <Button onClick={() => change({ month: previousPeriod(month).id })}>上月</Button>
        <Button disabled={month.id === periodOf('month', data.today).id} onClick={() => change({ month: undefined })}>
          本月
        </Button>
        <Button onClick={() => change({ month: nextPeriod(month).id })}>下月</Button>
        <fieldset className="kinds">
          <legend className="heard">显示的事项</legend>
          {data.kinds.map(({ code, name }) => (
            <label key={code} className={hidden.includes(code) ? 'toggle' : 'toggle toggle-on'}>
              <input type="checkbox" checked={!hidden.includes(code)} onChange={() => toggle(code)} />
              {name}
            </label>
          ))}
        </fieldset>
      </div>
      <Shown calendar={data} entries={entries} areaId={areaId} />
    </>
  );
}
