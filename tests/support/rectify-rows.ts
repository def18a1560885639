import { insertLookOrder } from '../../src/store/look-orders.ts';
import { putPrint, writeAlike } from '../../src/store/picture-prints.ts';
import { insertOrders } from '../../src/store/rectify-orders.ts';
import { attachProofs, insertProof } from '../../src/store/rectify-proofs.ts';
import { insertReport } from '../../src/store/rectify-reports.ts';
import { insertAsk } from '../../src/store/report-asks.ts';
import type { Db } from '../../src/store/schema.ts';

/** A row in every table of rectification; `words` may be anything somebody types. */
export async function fillRectify(db: Db, areaId: string, unitId: string, problemId: string, at: string, words: string): Promise<void> {
  const by = { byRole: 'unit', byUnitId: unitId, byName: words } as const;
  const file = { areaId, bytes: 3, at, day: '2022-12-27', blob: 'a'.repeat(64), fileName: words, ...by } as const;
  await insertProof(db, { ...file, problemId, id: 'f', kind: 'png', pictureHash: 'b'.repeat(64) });
  await attachProofs(db, areaId, problemId, ['f'], 1);
  for (const blob of [file.blob, 'b'.repeat(64)])
    await putPrint(db, areaId, blob, 1, { ratio: 1.5, signs: '01'.repeat(32).slice(1), cells: new Uint8Array(4096).fill(9) });
  await writeAlike(db, areaId, file.blob, 1, ['b'.repeat(64)]);
  await insertReport(db, {
    ...file,
    about: 'period:2022-12',
    unitId,
    kind: 'pdf',
    problemIds: [problemId],
    dueOn: '2022-12-20',
    lateWorkingDays: 5,
  });
  await insertAsk(db, { areaId, about: 'period:2022-12', unitId, dueOn: '2022-12-20', byRole: 'office', byName: words, at });
  await insertOrders(db, [{ areaId, problemId, orderedAt: at, channelId: 'c', orderedRole: 'office', orderedBy: words }]);
  await insertLookOrder(db, {
    ...{ areaId, id: 'look', day: '2022-12-27', at, byRole: 'office', byName: words, whole: false, channels: ['c', words] },
  });
}
