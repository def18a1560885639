import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { above } from '../../../src/contract/endpoints/above.ts';
import type { aboveMark } from '../../../src/contract/endpoints/above-mark.ts';
import type { aboveResult } from '../../../src/contract/endpoints/above-result.ts';
import type { aboveUnmark } from '../../../src/contract/endpoints/above-unmark.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { useMay } from '../../app/use-may.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { Field } from './entry-forms.tsx';
import { Figure } from './indicators.tsx';
import { type Above, marks, signed } from './types.ts';

type Row = Above['rows'][number];
const LEVELS = [
  { value: 'city', label: '市级已发现' },
  { value: 'province', label: '省级已发现' },
  { value: 'nation', label: '国家级已发现' },
] as const;
type Level = (typeof LEVELS)[number]['value'];

/** 上级考核: problems seen above first, and what may be expected. */
export function AboveView({ areaId, year }: { areaId: string; year: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['assessment', areaId, year, 'above'],
    queryFn: ({ signal }) => call<typeof above>('/api/areas/:areaId/assessment/:year/above', { areaId, year }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="上级考核" />;
  const marked = data.rows.filter((row) => row.above !== null);
  const rest = data.rows.filter((row) => row.above === null);
  return (
    <>
      <Forecast areaId={areaId} data={data} />
      <Section title="上级已发现" note={`${marked.length} 个；未销号的排在前面`}>
        {marked.length === 0 && <p className="section-foot">还没有标记。市、省通报或者反馈的问题，在下面的台账问题中标记。</p>}
        <Rows areaId={areaId} rows={marked} />
      </Section>
      <Section title="其他未销号的问题" note={`全部存量 ${data.stock} 个，这里列最近发现的 ${rest.length} 个`}>
        {rest.length === 0 && <EmptyState title="没有其他未销号的问题" />}
        <Rows areaId={areaId} rows={rest} />
      </Section>
    </>
  );
}

function Rows({ areaId, rows }: { areaId: string; rows: Row[] }) {
  return (
    <ul className="assess-entries assess-above">
      {rows.map((row) => (
        <ProblemLine key={row.id} areaId={areaId} row={row} />
      ))}
    </ul>
  );
}

function ProblemLine({ areaId, row }: { areaId: string; row: Row }) {
  const queries = useQueryClient();
  const may = useMay(OFFICE);
  const [open, setOpen] = useState(false);
  const [level, setLevel] = useState<Level>('city');
  const [points, setPoints] = useState<number | null>(row.above?.points ?? null);
  const [note, setNote] = useState(row.above?.note ?? '');
  const onSuccess = async () => {
    setOpen(false);
    await queries.invalidateQueries({ queryKey: ['assessment', areaId] });
  };
  const mark = useMutation({
    mutationFn: () =>
      send<typeof aboveMark>('/api/areas/:areaId/above/:problemId', { areaId, problemId: row.id, level, points, note: note.trim() }),
    onSuccess,
  });
  const unmark = useMutation({
    mutationFn: () => send<typeof aboveUnmark>('/api/areas/:areaId/above/:problemId/remove', { areaId, problemId: row.id }),
    onSuccess,
  });
  const ready = !mark.isPending && !unmark.isPending;
  const error = mark.error ?? unmark.error;
  return (
    <li>
      <div className="assess-entry-head">
        {row.above && <b className="is-bad">{row.above.level.name}</b>}
        <StatusMark {...row.status} />
        <span className="section-note">
          {row.unit.name}　{row.foundOn} 发现{row.overdue && '　已超期'}
        </span>
        {row.above && (
          <span className="section-note">
            {row.above.points === null ? '扣分未定' : `可能扣 ${marks(row.above.points)} 分`}　{row.above.markedBy}标记
          </span>
        )}
      </div>
      <p className="wrap">
        <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: row.id }}>
          {row.text}
        </Link>
        {row.above?.note && <small className="sub">{row.above.note}</small>}
      </p>
      {!may ? null : row.above ? (
        <Button size="small" disabled={!ready} aria-label={`取消标记：${row.text}`} onClick={() => unmark.mutate()}>
          取消标记
        </Button>
      ) : (
        <Button size="small" aria-label={`标记为上级已发现：${row.text}`} aria-expanded={open} onClick={() => setOpen(!open)}>
          标记为上级已发现
        </Button>
      )}
      {open && (
        <FaultsOf error={mark.error}>
          <form
            className="assess-form"
            aria-label="标记为上级已发现"
            onSubmit={(event) => {
              event.preventDefault();
              mark.mutate();
            }}
          >
            <Select aria-label="哪一级" value={level} options={[...LEVELS]} popupMatchSelectWidth={false} onChange={setLevel} />
            <FaultAt at="level" />
            <div className="assess-field">
              <span>可能扣分</span>
              <NumberField
                aria-label="可能扣分"
                min={0}
                max={1000}
                places={2}
                step={0.5}
                placeholder="未定"
                at="points"
                value={points}
                set={setPoints}
              />
            </div>
            <Field name="说明（哪份通报、何时）" value={note} set={setNote} at="note" most={300} />
            <Button type="primary" htmlType="submit" disabled={!ready}>
              标记
            </Button>
          </form>
        </FaultsOf>
      )}
      {error && <ErrorState error={error} />}
    </li>
  );
}

function Forecast({ areaId, data: { year, forecast, unpriced, result, last } }: { areaId: string; data: Above }) {
  const [entering, setEntering] = useState<number | null>(null);
  const known = { [year]: result, [year - 1]: last };
  return (
    <Section title={`${year}年上级考核预测`} note="满分 − 自查差距 − 上级已发现而未销号的问题">
      {forecast ? (
        <dl className="assess-figures">
          <Figure name="满分" value={marks(forecast.fullScore)} />
          <Figure name="自查差距" value={marks(-forecast.gap)} bad={forecast.gap > 0} />
          <Figure name="上级已发现" value={marks(-forecast.atStake)} bad={forecast.atStake > 0} />
          <Figure name="预测得分" value={marks(forecast.score)} />
          {forecast.againstLast !== null && (
            <Figure name="得分率比上年" value={`${signed(Math.round(forecast.againstLast * 10) / 10)} 个百分点`} />
          )}
          {forecast.place !== null && <Figure name="按上年各地得分可排" value={`第 ${forecast.place}，共 ${forecast.of}`} />}
        </dl>
      ) : (
        <p className="section-foot">还不能预测：请导入本年评估指标自查，或者填写上年结果。</p>
      )}
      {forecast !== null && forecast.unscored > 0 && (
        <p className="section-foot">自查差距中有 {forecast.unscored} 项指标还没有自评，按 0 分计，预测偏低。</p>
      )}
      {unpriced > 0 && <p className="section-foot">另有 {unpriced} 个上级已发现的问题没有填写可能扣分，没有算进预测。</p>}
      {[year - 1, year].map((one) => (
        <p key={one} className="section-foot">
          {one}年结果：
          {known[one] ? (
            <>
              {marks(known[one].score)} / {marks(known[one].fullScore)}
              {known[one].place !== null && `，第 ${known[one].place}`}（{known[one].source}，{known[one].by}填写）
            </>
          ) : (
            '未填写'
          )}{' '}
          <Only who={OFFICE}>
            <button
              type="button"
              className="plain"
              aria-expanded={entering === one}
              onClick={() => setEntering(entering === one ? null : one)}
            >
              {known[one] ? '修改' : '填写'}
            </button>
          </Only>
        </p>
      ))}
      {entering !== null && (
        <ResultForm key={entering} areaId={areaId} year={entering} known={known[entering] ?? null} close={() => setEntering(null)} />
      )}
    </Section>
  );
}

function ResultForm({ areaId, year, known, close }: { areaId: string; year: number; known: Above['last']; close(): void }) {
  const queries = useQueryClient();
  const [fullScore, setFull] = useState<number | null>(known?.fullScore ?? 100);
  const [score, setScore] = useState<number | null>(known?.score ?? null);
  const [place, setPlace] = useState<number | null>(known?.place ?? null);
  const [others, setOthers] = useState(known?.others.join(' ') ?? '');
  const [source, setSource] = useState(known?.source ?? '');
  const numbers = others.split(/[\s,，、;；]+/u).filter(Boolean);
  const sound = numbers.every((text) => /^\d+(?:\.\d{1,2})?$/.test(text));
  const save = useMutation({
    mutationFn: () =>
      send<typeof aboveResult>('/api/areas/:areaId/assessment/:year/above-result', {
        ...{ areaId, year, fullScore: fullScore ?? 0, score: score ?? 0, place, others: numbers.map(Number), source: source.trim() },
      }),
    onSuccess: async () => {
      close();
      await queries.invalidateQueries({ queryKey: ['assessment', areaId] });
    },
  });
  return (
    <FaultsOf error={save.error}>
      <form
        className="assess-form"
        aria-label={`${year}年上级考核结果`}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <div className="assess-field">
          <span>满分</span>
          <NumberField aria-label="满分" min={0.01} max={1000} places={2} must at="fullScore" value={fullScore} set={setFull} />
        </div>
        <div className="assess-field">
          <span>得分</span>
          <NumberField aria-label="得分" min={0} max={1000} places={2} must at="score" value={score} set={setScore} />
        </div>
        <div className="assess-field">
          <span>名次</span>
          <NumberField aria-label="名次" min={1} max={10_000} at="place" value={place} set={setPlace} />
        </div>
        <div className="assess-field">
          <span>其他地区的得分，用空格分开{!sound && '（只能填数）'}</span>
          <TextLine
            className="wide"
            aria-label="其他地区的得分"
            status={sound ? undefined : 'error'}
            value={others}
            most={2000}
            at="others"
            onChange={(event) => setOthers(event.target.value)}
          />
        </div>
        <Field name="出处（哪份通报）" value={source} set={setSource} at="source" />
        <Button type="primary" htmlType="submit" disabled={!sound || score === null || source.trim() === '' || save.isPending}>
          保存
        </Button>
        {save.error && <ErrorState error={save.error} />}
      </form>
    </FaultsOf>
  );
}
