import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { reportCalendar } from '../../../src/contract/endpoints/report-calendar.ts';
import { call } from '../../api.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';

const URGENT: readonly string[] = ['late', 'due-soon'];

/** Reports that are late or due soon; nothing where there is none. */
export function DueReports({ areaId }: { areaId: string }) {
  const { data } = useQuery({
    queryKey: ['report-calendar', areaId],
    queryFn: ({ signal }) => call<typeof reportCalendar>('/api/areas/:areaId/report-calendar', { areaId }, signal),
  });
  const rows = data?.rows.filter(({ state }) => URGENT.includes(state.code)) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title="通报和报告到期提醒" className="due-reports">
      <ul>
        {rows.map(({ duty, period, name, due, state }) => (
          <li key={`${duty} ${period.id}`}>
            <StatusMark {...state} />{' '}
            <Link to="/areas/$areaId/notices" params={{ areaId }} search={{}}>
              {period.label}
              {name}
            </Link>
            ，截止 {due}
          </li>
        ))}
      </ul>
    </Section>
  );
}
