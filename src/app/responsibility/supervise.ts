import { MingchaError } from '../../core/error.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import { addSupervisorWord, findSupervised, listSupervised, type SupervisorWord } from '../../store/responsibility.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { namedCategory, namedStatus } from '../views/words.ts';

/** From the hand-over until the office has closed it. */
const OPEN: readonly ProblemStatus[] = ['handed_over', 'received', 'rectified', 'partly_rectified', 'not_rectified', 'rechecked_ok'];

/** 主办、主管责任: problems of supervised accounts, of the units in scope on either side (seeds U15). */
export async function viewSupervised(app: App, areaId: string, caller: Pick<Caller, 'scope'>) {
  const rows = await listSupervised(app.db, areaId, caller.scope, OPEN);
  const { units } = caller.scope;
  return rows.map((row) => ({
    id: row.id,
    host: { id: row.hostId, name: row.hostName },
    supervisor: { id: row.supervisorId, name: row.supervisorName },
    account: row.accountName,
    category: namedCategory(row.category),
    status: namedStatus(row.status),
    text: row.text,
    dueOn: row.dueOn,
    report: row.reportSeq === null ? null : { on: row.reportOn ?? '', words: row.reportWords },
    word: row.outcome === null ? null : { outcome: row.outcome, words: row.words ?? '', by: row.wordBy ?? '', at: row.wordAt ?? '' },
    /** The caller is the 主管单位 and has something to say. */
    waitsForYou: row.status === 'rectified' && row.outcome === null && (units?.includes(row.supervisorId) ?? false),
  }));
}

/**
 * 主管单位核实: confirms a fix its subordinate reported, or sends it back with a reason; the recheck stays the office's.
 * Throws 'not-found' for a problem the caller does not see, 'refused' for anyone but the 主管单位 or with nothing to confirm.
 */
export async function sayAsSupervisor(
  app: App,
  areaId: string,
  caller: Caller,
  { problemId, outcome, words }: { problemId: string; outcome: SupervisorWord['outcome']; words: string },
): Promise<void> {
  const row = await findSupervised(app.db, areaId, problemId, caller.scope);
  if (!row) throw new MingchaError('not-found', '没有这个需要主管单位核实的问题。', '请从“主办主管”列表中选择。');
  if (caller.unitId !== row.supervisorId)
    throw new MingchaError('refused', `这个问题由主管单位${row.supervisorName}核实。`, '主办单位负责整改；请由主管单位的责任人办理。');
  if (row.status !== 'rectified' || row.reportSeq === null)
    throw new MingchaError('refused', '主办单位还没有反馈整改，无从核实。', `请先由${row.hostName}反馈整改情况。`);
  if (outcome === 'returned' && words.trim() === '') throw new MingchaError('bad-input', '退回没有写明理由。', '请写明还存在什么问题。');
  const word = { areaId, problemId, seq: row.reportSeq, unitId: row.supervisorId, outcome, words, byName: caller.name, at: app.now() };
  if (await addSupervisorWord(app.db, word)) return;
  throw new MingchaError('conflict', '这次反馈已经核实过了。', '请刷新后查看；主办单位再次反馈后可以再核实。');
}
