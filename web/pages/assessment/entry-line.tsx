import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { OFFICE, OFFICE_AND_UNIT } from '../../../src/contract/who.ts';
import { useMay } from '../../app/use-may.ts';
import { moment } from '../../parts/format.ts';
import { AnswerForm, ObjectForm, RetractForm } from './entry-forms.tsx';
import { type Entry, marks, type Objection, signed } from './types.ts';

const CAPPED = { no: '', part: '已达上限，部分计入', whole: '已达上限，本笔计 0 分' } as const;

interface Props {
  areaId: string;
  year: number;
  entry: Entry;
  final: boolean;
  withUnit: boolean;
}

/** One entry: points, why, what it rests on, and what was said against it. */
export function EntryLine({ areaId, year, entry, final, withUnit }: Props) {
  const mayAnswer = useMay(OFFICE);
  const mayObject = useMay(OFFICE_AND_UNIT);
  const [open, setOpen] = useState<'object' | 'retract' | null>(null);
  const { points, counted, capped, day, item, unit, reason, basis, objections } = entry;
  const waiting = objections.find(({ decision }) => decision === null);
  const close = () => setOpen(null);
  return (
    <li>
      <div className="assess-entry-head">
        <span className={`assess-points ${counted < 0 ? 'is-bad' : ''}`}>{signed(counted)}</span>
        <span className="section-note">
          {day}　{withUnit && `${unit.name}　`}
          {item.name}
        </span>
        {capped !== 'no' && (
          <span className="is-undecided">
            {CAPPED[capped]}（原 {signed(points)}）
          </span>
        )}
      </div>
      <p className="wrap">{reason}</p>
      <Evidence areaId={areaId} basis={basis} />
      {objections.map((objection) => (
        <Said key={objection.id} objection={objection} />
      ))}
      {mayAnswer && waiting && !final && <AnswerForm areaId={areaId} year={year} objection={waiting} points={points} />}
      {!final && (
        <div className="assess-links">
          {mayObject && !waiting && (
            <Button size="small" onClick={() => setOpen(open === 'object' ? null : 'object')}>
              提出异议
            </Button>
          )}
          {mayAnswer && basis.hand && (
            <Button size="small" onClick={() => setOpen(open === 'retract' ? null : 'retract')}>
              撤回
            </Button>
          )}
        </div>
      )}
      {open === 'object' && <ObjectForm areaId={areaId} year={year} entry={entry} close={close} />}
      {open === 'retract' && basis.hand && <RetractForm areaId={areaId} year={year} handId={basis.hand.id} close={close} />}
    </li>
  );
}

function Evidence({ areaId, basis: { period, channel, problems, notice, prompt, hand } }: { areaId: string; basis: Entry['basis'] }) {
  return (
    <p className="assess-links section-note">
      依据：
      {period && channel && (
        <Link to="/areas/$areaId/channels" params={{ areaId }} search={{ period: period.id }}>
          {period.label}检查结果（{channel.name}）
        </Link>
      )}
      {problems.map((id, i) => (
        <Link key={id} to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: id }}>
          台账问题{problems.length > 1 ? ` ${i + 1}` : ''}
        </Link>
      ))}
      {notice && (
        <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: notice.id }} search={{}}>
          《{notice.title}》
        </Link>
      )}
      {prompt && (
        <Link to="/areas/$areaId/prompts" params={{ areaId }} search={{ prompt: prompt.id }}>
          工作提示“{prompt.heading}”
        </Link>
      )}
      {hand && (
        <span className="wrap">
          {hand.proof}（{hand.by}记）
        </span>
      )}
    </p>
  );
}

function Said({ objection: { reason, proof, raisedBy, raisedAt, before, after, decision } }: { objection: Objection }) {
  const was = typeof before.points === 'number' ? before.points : null;
  const now = after && typeof after.points === 'number' ? after.points : null;
  return (
    <div className="assess-objection">
      <p className="wrap">
        异议：{reason}
        {proof && `（佐证：${proof}）`}
        <small className="sub">
          {raisedBy}　{moment(raisedAt)}
          {was !== null && `　当时计 ${marks(was)}`}
        </small>
      </p>
      {decision ? (
        <p className="wrap">
          {decision.outcome === 'accepted' ? `采纳${was !== null && now !== null ? `：${marks(was)} 改为 ${marks(now)}` : ''}` : '不采纳'}：
          {decision.reason}
          <small className="sub">
            {decision.by}　{moment(decision.at)}
          </small>
        </p>
      ) : (
        <p className="is-undecided">待办公室答复</p>
      )}
    </div>
  );
}
