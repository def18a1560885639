import { MingchaError } from '../../core/error.ts';
import { substituteInspector } from '../../ledger/substitute.ts';
import type { Db } from '../../store/schema.ts';
import { listSubstitutions, lockOpenInspections, writeSubstitution } from '../../store/substitutions.ts';
import { writeMessages } from '../messages/write-messages.ts';
import type { App } from '../open.ts';
import { inspectionPool } from './inspection-pool.ts';
import { takersOf } from './takers-of.ts';
import { inspectionRow } from './view-inspection.ts';

/**
 * 更换检查人员 (seeds P05): what still waits for somebody who left or fell ill goes to others, drawn by the seed of the draw itself.
 * Results that are there stay theirs. Answers who takes over how many. Throws 'refused' as the draw does, 'not-found'.
 */
export async function replaceInspector(
  app: App,
  areaId: string,
  drawId: string,
  { inspectorId, reason, by }: { inspectorId: string; reason: string; by: string },
): Promise<{ name: string; tasks: number }[]> {
  const { record } = await inspectionRow(app, areaId, drawId);
  const leaving = record.inspectors.find(({ id }) => id === inspectorId);
  if (!leaving) throw new MingchaError('not-found', '这次抽查中没有这名检查人员。', '请刷新页面后重新选择。');
  const pool = new Set((await inspectionPool(app, areaId)).map(({ id }) => id));
  const unavailable = record.inspectors
    .filter(({ id }) => id !== inspectorId && !pool.has(id))
    .map(({ id, name }) => ({ id, name, reason: '用户已停用' }));
  return app.db.transaction().execute(async (trx) => {
    const objects = await lockOpenInspections(trx as Db, areaId, drawId, inspectorId);
    const before = await listSubstitutions(trx as Db, areaId, drawId);
    const made = substituteInspector(
      record,
      before.map((row) => row.record),
      { inspectorId, reason, objects, unavailable },
    );
    const row = { areaId, drawId, position: before.length, inspectorId, record: made, at: app.now(), byName: by };
    await writeSubstitution(trx as Db, row);
    const taking = takersOf(made).map(({ id, tasks }) => ({ ...record.inspectors.find((one) => one.id === id), tasks }));
    for (const { id, name = '', unitId = null, tasks } of taking) {
      const body = `“${record.purpose}”原抽中的检查人员${leaving.name}不能参加，由您接替复查 ${tasks} 个已销号的问题，请在“我的复查任务”中登记结果。`;
      const about = { kind: 'prompt', cause: `draw ${drawId} ${id} ${before.length}`, title: `复查任务：${tasks} 个问题`, body } as const;
      const link = `/areas/${areaId}/draws?view=mine`;
      await writeMessages(trx as Db, areaId, { ...about, link, urgent: false, confidential: false, at: app.now() }, [{ name, unitId }]);
    }
    return taking.map(({ name = '', tasks }) => ({ name, tasks }));
  });
}
