import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { reportCalendar } from '../../../src/contract/endpoints/report-calendar.ts';
import type { reportElsewhere } from '../../../src/contract/endpoints/report-elsewhere.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { dayInWords } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';

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
  const columns: Column<Row>[] = [
    { title: '期', width: 130, card: 'head', cell: ({ period }) => period.label },
    { title: '应印发', width: 220, card: 'body', cell: ({ name }) => name },
    {
      title: '截止日期',
      width: 220,
      cell: ({ due, note, state }) => (
        <span className={state.code === 'late' ? 'is-bad' : undefined}>
          {due}
          {note && <small className="sub">{note}</small>}
        </span>
      ),
    },
    {
      title: '状态',
      card: 'body',
      cell: (row) => (
        <>
          <StatusMark {...row.state} />{' '}
          {row.issued ? (
            <IssuedReport areaId={areaId} issued={row.issued} />
          ) : entering === keyOf(row) ? (
            <Elsewhere areaId={areaId} duty={row.duty} periodId={row.period.id} close={() => setEntering(null)} />
          ) : (
            may &&
            row.state.code !== 'coming' && (
              <button type="button" className="plain" onClick={() => setEntering(keyOf(row))}>
                已在别处印发
              </button>
            )
          )}
        </>
      ),
    },
  ];
  return (
    <Section title="报送日历" note={late > 0 ? <b className="is-bad">{late} 期逾期未印发</b> : `截至${dayInWords(data.today)}没有逾期`}>
      <Rows label="报送日历" rows={shown} columns={columns} keyOf={keyOf} />
      {shown.length < data.rows.length && <p className="section-foot">较早印发的 {data.rows.length - shown.length} 期没有列出。</p>}
    </Section>
  );
}

type Row = NonNullable<Awaited<ReturnType<typeof call<typeof reportCalendar>>>>['rows'][number];

const keyOf = ({ duty, period }: Row): string => `${duty} ${period.id}`;

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
    <FaultsOf error={enter.error}>
      <form
        className="life-acts"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <TextLine
          size="small"
          most={200}
          at="title"
          aria-label="标题或文号"
          placeholder="标题或文号"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <input type="date" aria-label="印发日期" value={issuedOn} onChange={(event) => setIssuedOn(event.target.value)} />
        <FaultAt at="issuedOn" />
        <Button size="small" htmlType="submit" disabled={title.trim() === '' || issuedOn === ''}>
          登记
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
        {enter.error && <ErrorState error={enter.error} />}
      </form>
    </FaultsOf>
  );
}
