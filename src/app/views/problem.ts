import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { ACT_NAMES, type ProblemEvent, ROLE_NAMES } from '../../ledger/event.ts';
import { advance, type Projection } from '../../ledger/project.ts';
import { listRawProofs } from '../../store/desk-raw.ts';
import { findFacts } from '../../store/facts.ts';
import { listIssuedNotices } from '../../store/notices.ts';
import { listEvents } from '../../store/problem-events.ts';
import { findProblem } from '../../store/problems.ts';
import { listUnits } from '../../store/units.ts';
import { findLedgerLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { todayOf } from './area-of.ts';
import { describeFact } from './fact-words.ts';
import { measuredLines } from './measured-words.ts';
import { problemLine } from './problems.ts';
import { namedStatus } from './words.ts';

/** Keys of an act's data that a reader needs, in Chinese. The rest (ids of checks and facts) is shown otherwise. */
const DATA_NAMES: Readonly<Record<string, string>> = {
  due: '整改期限',
  clause: '期限依据',
  until: '豁免截止',
  period: '结转的期',
  cutoff: '统计截止日',
  source: '依据',
  inspector: '检查人员',
};

/** One problem with everything that happened to it and the evidence each act rests on. Throws 'not-found', for a problem outside the scope too. */
export async function viewProblem(app: App, areaId: string, problemId: string, scope: Scope) {
  const [line, problem] = await Promise.all([findLedgerLine(app.db, areaId, problemId, scope), findProblem(app.db, problemId)]);
  if (!line || !problem) throw new MingchaError('not-found', '台账中没有这个问题。', '请返回问题台账重新选择。');
  const [events, units, today, pictures] = await Promise.all([
    listEvents(app.db, problemId),
    listUnits(app.db, areaId),
    todayOf(app, areaId),
    listRawProofs(app.db, areaId, problemId),
  ]);
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const ids = [...new Set(events.flatMap(evidenceIds))];
  const facts = new Map((problem.channelId ? await findFacts(app.db, problem.channelId, ids) : []).map((fact) => [fact.id, fact]));
  const notices = events.some(noticeIdOf) ? await listIssuedNotices(app.db, areaId) : [];
  let state: Projection | null = null;
  const history = events.map((event) => {
    state = advance(state, event);
    return {
      seq: event.seq,
      act: { code: event.act, name: ACT_NAMES[event.act] },
      day: event.day,
      at: event.at,
      by: { roleName: ROLE_NAMES[event.by.role], name: event.by.name, unit: event.by.unitId && (unitNames.get(event.by.unitId) ?? null) },
      reason: event.reason,
      status: namedStatus(state.status),
      notice: notices.find(({ id }) => id === noticeIdOf(event)) ?? null,
      details: detailsOf(event),
      evidence: evidenceIds(event).flatMap((id) => {
        const fact = facts.get(id);
        return fact ? [describeFact(fact)] : [];
      }),
    };
  });
  const end = state as Projection | null;
  return {
    row: problemLine(line, today),
    measured: measuredLines(problem.measured),
    raw: problem.measured,
    recurrenceOf: problem.recurrenceOf,
    carriedPeriods: [...(end?.carriedPeriods ?? [])],
    reopenings: end?.reopenings ?? 0,
    pictures: pictures.map(({ id, kind, bytes, at, blob }) => ({ id, kind, bytes, at, hash: blob })),
    events: history,
  };
}

function evidenceIds(event: ProblemEvent): readonly string[] {
  const { evidence } = event.data;
  return Array.isArray(evidence) ? evidence : [];
}

const noticeIdOf = ({ data }: ProblemEvent): string | null => (typeof data.notice === 'string' ? data.notice : null);

/** What an office that writes a day reads both ways: `due` is the last permitted day itself (seeds P03). */
function readingOfDue({ dueProvisional, deadlineKind, countsNamedDay }: ProblemEvent['data']): string {
  if (dueProvisional === true) return '（暂定，待放假通知公布）';
  if (deadlineKind !== 'date') return '';
  return countsNamedDay === true ? '（所定日期当日有效）' : '（所定日期的前一日，当日不算）';
}

function detailsOf({ data }: ProblemEvent): { name: string; value: string }[] {
  const lines = Object.entries(DATA_NAMES).flatMap(([key, name]) => {
    const value = data[key];
    return typeof value === 'string' ? [{ name, value: key === 'due' ? `${value}${readingOfDue(data)}` : value }] : [];
  });
  return data.auto === true ? [...lines, { name: '办理方式', value: '按办公室的自动销号设定办理' }] : lines;
}
