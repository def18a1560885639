import { groupBy } from '../../checks/lib/group-by.ts';
import { CATEGORIES } from '../../core/category.ts';
import { chineseDate } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import type { MessageKind } from '../../core/message.ts';
import type { Act, Problem, ProblemEvent } from '../../ledger/event.ts';
import { AT_ONCE, CONFIDENTIAL } from '../../ledger/grave.ts';
import { TOLD } from '../../ledger/told.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import { unitPost } from './unit-post.ts';
import { OFFICE, writeMessages } from './write-messages.ts';

/** Problems spelled out in one message; the rest are counted. */
const SPELLED_OUT = 20;

interface Told {
  problem: Problem;
  event: ProblemEvent;
}
type ToldAct = Extract<Act, 'handed_over' | 'disputed' | 'upheld' | 'withdrawn' | 'rechecked_partly' | 'rechecked_not'>;

/** What the addressee reads: the head of the message, and what is to be done. */
const WORDS: Readonly<Record<ToldAct, { kind: MessageKind; title: string; ask: string }>> = {
  handed_over: { kind: 'hand_over', title: '交办', ask: '下列问题交由你单位整改，请签收，按期整改并反馈。' },
  disputed: { kind: 'dispute', title: '提出异议', ask: '责任单位对下列问题提出异议，请核实后维持认定或撤销。' },
  upheld: { kind: 'decision', title: '异议未采纳，维持认定', ask: '请按期整改并反馈。' },
  withdrawn: { kind: 'decision', title: '问题已撤销', ask: '下列问题已撤销，不需要整改。' },
  rechecked_partly: { kind: 'decision', title: '复核：整改不彻底', ask: '请继续整改并重新反馈。' },
  rechecked_not: { kind: 'decision', title: '复核：未整改', ask: '请立即整改并重新反馈。' },
};

/**
 * Tells the unit or the office of acts after which the next move is theirs (交办, 异议, 复核): one message for all problems of
 * a unit that were dealt with together, in the transaction of the ledger. Of what only the closed list may know (seeds S04)
 * apart from the rest, so that its words stay inside.
 */
export async function tellOfActs(db: Db, acts: readonly Told[]): Promise<void> {
  const told = acts.filter(({ event }) => TOLD[event.act] !== undefined);
  const [first] = told;
  if (!first) return;
  const { areaId } = first.problem;
  const units = new Map((await listUnits(db, areaId)).map(({ id, name }) => [id, name]));
  const post = await unitPost(db, areaId);
  const nameOf = (id: string): string => units.get(id) ?? id;
  const grave = ({ problem }: Told): boolean => CONFIDENTIAL.includes(problem.category);
  for (const [, some] of groupBy(told, (one) => `${one.event.act} ${one.problem.unitId} ${one.problem.atUnitId ?? ''} ${grave(one)}`)) {
    const [{ problem, event }] = some as [Told];
    const { unitId, atUnitId } = problem;
    const { kind, title, ask } = WORDS[event.act as ToldAct];
    const unit = atUnitId === undefined ? nameOf(unitId) : `${nameOf(unitId)}（${nameOf(atUnitId)}）`;
    const at = [unitId, ...(atUnitId === undefined ? [] : [atUnitId])];
    const ofUnit = at.flatMap((id) => post.addresseesOf({ id, name: nameOf(id) }));
    await writeMessages(
      db,
      areaId,
      {
        ...{ kind, title: `${title}：${unit}，${some.length}个问题`, body: [ask, ...linesOf(some)].join('\n') },
        cause: stableId('told', event.act, ...some.map((one) => `${one.problem.id}:${one.event.seq}`)),
        link: some.length === 1 ? `/areas/${areaId}/ledger?problem=${problem.id}` : linkTo(areaId, event.act, unitId),
        urgent: event.act === 'handed_over' && some.some((one) => AT_ONCE.includes(one.problem.category)),
        ...{ confidential: grave({ problem, event }), at: event.at },
      },
      TOLD[event.act] === 'office' ? [{ name: OFFICE, unitId }] : ofUnit,
    );
  }
}

const linkTo = (areaId: string, act: Act, unitId: string): string =>
  TOLD[act] === 'unit' ? `/areas/${areaId}/my-unit` : `/areas/${areaId}/ledger?status=disputed&unit=${unitId}`;

function linesOf(some: readonly Told[]): string[] {
  const lines = some.slice(0, SPELLED_OUT).map(({ problem, event }, i) => {
    const { due } = event.data;
    const until = event.act === 'handed_over' && typeof due === 'string' ? `，整改期限${chineseDate(due)}` : '';
    const why = event.reason === null ? '' : `（${event.reason}）`;
    return `${i + 1}. ${CATEGORIES[problem.category]}：${problem.placeLabel}${until}${why}`;
  });
  return some.length > SPELLED_OUT ? [...lines, `等共 ${some.length} 个问题，其余见页面。`] : lines;
}
