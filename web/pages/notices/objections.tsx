import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { chineseDate, dateAt } from '../../../src/core/date.ts';
import { moment } from '../../parts/format.ts';
import { TextBlock } from '../../parts/text-field.tsx';
import type { NoticeWhole } from './notice-text.tsx';
import './objections.css';

type Objection = NoticeWhole['objections'][number];
/** By key: objections that whoever issues it has expressly taken note of, and why it goes out despite each. */
export type Known = Readonly<Record<string, string>>;

/** 异议 without an answer, each with the way to answer it; who issues may take note of each instead, with a reason. */
export function OpenObjections(props: {
  areaId: string;
  rows: readonly Objection[];
  /** Null where the reader cannot issue it now. */
  known: Known | null;
  change(known: Known): void;
}) {
  const { areaId, rows, known, change } = props;
  if (rows.length === 0) return null;
  const seen = rows.flatMap(({ key }) => (known?.[key] === undefined ? [] : [key]));
  const unsaid = seen.filter((key) => known?.[key]?.trim() === '');
  return (
    <section className="objections" aria-label="没有答复的异议">
      <b>有 {rows.length} 条异议还没有答复</b>
      <p className="section-foot">答复以后再印发。确需照发的，由印发人逐条勾选，逐条写明理由；理由留在本页，不印入通报。</p>
      {known && rows.length > 1 && (
        <Checkbox
          checked={seen.length === rows.length}
          indeterminate={seen.length > 0 && seen.length < rows.length}
          onChange={({ target }) => change(target.checked ? Object.fromEntries(rows.map(({ key }) => [key, known[key] ?? ''])) : {})}
        >
          全部知悉
        </Checkbox>
      )}
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <ObjectionWords areaId={areaId} row={row} />
            {known && (
              <Checkbox
                checked={known[row.key] !== undefined}
                onChange={({ target }) => {
                  const { [row.key]: _, ...others } = known;
                  change(target.checked ? { ...others, [row.key]: '' } : others);
                }}
              >
                知悉，仍予印发<span className="objection-of">{row.unit}</span>
              </Checkbox>
            )}
            {known?.[row.key] !== undefined && (
              <div className="objection-why">
                <TextBlock
                  aria-label={`对${row.unit}的异议仍予印发的理由`}
                  placeholder="仍予印发的理由，如：县政府要求今日印发，异议于印发后答复"
                  value={known[row.key]}
                  rows={2}
                  most={500}
                  onChange={(event) => change({ ...known, [row.key]: event.target.value })}
                />
                {known[row.key]?.trim() !== '' && unsaid.length > 0 && (
                  <Button
                    size="small"
                    onClick={() => change({ ...known, ...Object.fromEntries(unsaid.map((key) => [key, known[row.key] ?? ''])) })}
                  >
                    其余 {unsaid.length} 条没写理由的，也用这一条
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an issued notice went out despite: told here and not on its paper. */
export function IssuedDespite({ areaId, despite }: { areaId: string; despite: NoticeWhole['despite'] }) {
  if (!despite) return null;
  const open = despite.rows.filter(({ answer }) => answer === null).length;
  return (
    <section className="objections" aria-label="有异议仍予印发">
      <b>印发时有 {despite.rows.length} 条异议没有答复</b>
      <p className="section-foot">
        {despite.by}　{moment(despite.at)} 逐条写明理由，仍予印发
      </p>
      <ul>
        {despite.rows.map((row) => (
          <li key={row.key}>
            <ObjectionWords areaId={areaId} row={row} answered={row.answer !== null} />
            <p className="wrap objection-why">仍予印发的理由：{row.reason}</p>
            <p className={row.answer === null ? 'is-undecided' : 'wrap'}>{row.answer ?? '还没有答复'}</p>
          </li>
        ))}
      </ul>
      {open > 0 && <p className="section-foot">没有答复的，印发以后仍须答复；采纳的由更正件改正。</p>}
    </section>
  );
}

/** What a notice says and has turned out otherwise since: the office is led to fresh data, or to the correction of what is out. */
export function Outdated({ areaId, rows, issued }: { areaId: string; rows: NoticeWhole['outdated']; issued: boolean }) {
  if (rows.length === 0) return null;
  return (
    <section className="objections is-wrong" aria-label="已经改变的内容">
      <b>
        {issued ? '印发' : '起草'}以后有 {rows.length} 处已经改变，{issued ? '请印发更正' : '重新取数以后才能印发'}
      </b>
      <ul>
        {rows.map(({ text, problemId }) => (
          <li key={problemId ?? text} className="wrap">
            {problemId === null ? (
              text
            ) : (
              <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: problemId }}>
                {text}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="section-foot">点{issued ? '“重新取数更正”' : '“重新取数”'}，数字和名单按现在的台账重新生成，改过的文字保留。</p>
    </section>
  );
}

function ObjectionWords({ areaId, row, answered = false }: { areaId: string; row: Objection; answered?: boolean }) {
  const { about, subjectId, periodId, unit, matter, words, raisedBy, raisedAt } = row;
  const to = answered ? '查看' : '去答复';
  return (
    <div className="wrap">
      <b>{unit}</b>　{matter}
      <p className="objection-words">{words ?? '内容仅限知悉范围内的人员查看'}</p>
      <small className="sub">
        {raisedBy}　{chineseDate(dateAt(raisedAt))}提出{'　'}
        {about === 'problem' ? (
          <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: subjectId }}>
            {to}
          </Link>
        ) : (
          <Link to="/areas/$areaId/assessment" params={{ areaId }} search={{ view: 'verdicts', period: periodId ?? undefined }}>
            {to}
          </Link>
        )}
      </small>
    </div>
  );
}
