import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { reportCalendar } from '../../../src/contract/endpoints/report-calendar.ts';
import type { reportElsewhere } from '../../../src/contract/endpoints/report-elsewhere.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';

const FEW_ISSUED = 3;

/** 报送日历: what is owed for every period, what is late, what was issued when. */
export function ReportCalendar({ areaId }: { areaId: string }) {
  const may = useMay(OFFICE);
  const [entering, setEntering] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['report-calendar', areaId],
    queryFn: ({ signal }) => call<typeof reportCalendar>('/api/areas/:areaId/report-calendar', { areaId }, signal),
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data || data.rows.length === 0) return null;
  const issued = data.rows.filter(({ state }) => state.code === 'issued');
  const shown = data.rows.filter((row) => row.issued === null || issued.indexOf(row) < FEW_ISSUED);
  const late = data.rows.filter(({ state }) => state.code === 'late').length;
  return (
    <Section title="报送日历" note={late > 0 ? <b className="is-bad">{late} 期逾期未印发</b> : `截至${dayInWords(data.today)}没有逾期`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label="报送日历（可左右滚动）" tabIndex={0}>
        <table className="figures tasks calendar-wide">
          <thead>
            <tr>
              <th scope="col">期</th>
              <th scope="col">应印发</th>
              <th scope="col">截止日期</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const key = `${row.duty} ${row.period.id}`;
              return (
                <tr key={key}>
                  <td>{row.period.label}</td>
                  <td>{row.name}</td>
                  <td className={row.state.code === 'late' ? 'is-bad' : undefined}>
                    {row.due}
                    {row.note && <span className="sub">{row.note}</span>}
                  </td>
                  <td>
                    <StatusMark {...row.state} />{' '}
                    {row.issued ? (
                      <IssuedReport areaId={areaId} issued={row.issued} />
                    ) : entering === key ? (
                      <Elsewhere areaId={areaId} duty={row.duty} periodId={row.period.id} close={() => setEntering(null)} />
                    ) : (
                      may &&
                      row.state.code !== 'coming' && (
                        <button type="button" className="plain" onClick={() => setEntering(key)}>
                          已在别处印发
                        </button>
                      )
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {shown.length < data.rows.length && <p className="section-foot">较早印发的 {data.rows.length - shown.length} 期没有列出。</p>}
    </Section>
  );
}

type Row = NonNullable<Awaited<ReturnType<typeof call<typeof reportCalendar>>>>['rows'][number];

function IssuedReport({ areaId, issued }: { areaId: string; issued: NonNullable<Row['issued']> }) {
  const when = `${issued.on}${issued.late ? '（逾期）' : ''}`;
  return (
    <span className="sub">
      {when}{' '}
      {issued.noticeId ? (
        <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: issued.noticeId }} search={{}}>
          {issued.title}
        </Link>
      ) : (
        `在别处印发：${issued.title}`
      )}
    </span>
  );
}

function Elsewhere({ areaId, duty, periodId, close }: { areaId: string; duty: string; periodId: string; close(): void }) {
  const [title, setTitle] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: () =>
      send<typeof reportElsewhere>('/api/areas/:areaId/report-calendar', {
        areaId,
        duty,
        periodId,
        issuedOn,
        title: title.trim(),
      }),
    onSuccess: (answer) => {
      queries.setQueryData(['report-calendar', areaId], answer);
      close();
    },
  });
  return (
    <form
      className="life-acts"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <Input
        size="small"
        aria-label="标题或文号"
        placeholder="标题或文号"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <input type="date" aria-label="印发日期" value={issuedOn} onChange={(event) => setIssuedOn(event.target.value)} />
      <Button size="small" htmlType="submit" disabled={title.trim() === '' || issuedOn === ''}>
        登记
      </Button>
      <Button size="small" onClick={close}>
        取消
      </Button>
      {enter.error && <ErrorState error={enter.error} />}
    </form>
  );
}
