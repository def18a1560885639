import { drawInspection } from '../../src/ledger/inspection.ts';
import { putBodyEntry } from '../../src/store/bodies.ts';
import { insertDraw } from '../../src/store/draws.ts';
import { putDutyHolder } from '../../src/store/duty-holders.ts';
import { insertInspections, publishInspection } from '../../src/store/inspections.ts';
import { insertItem, putProgramme } from '../../src/store/programmes.ts';
import { addSupervisorWord } from '../../src/store/responsibility.ts';
import type { Db } from '../../src/store/schema.ts';
import { writeSubstitution } from '../../src/store/substitutions.ts';
import { addTaskHelper } from '../../src/store/task-helpers.ts';
import { insertUser } from '../../src/store/users.ts';
import { userOf } from './people.ts';

/** A row in every table of random rechecks and responsibility; `words` may be anything an office types. */
export async function fillInspect(db: Db, areaId: string, unitId: string, problemId: string, at: string, words: string): Promise<void> {
  const person = userOf({ now: () => at }, { name: words, role: 'centre', areaId });
  await insertUser(db, person);
  const record = drawInspection({
    ...{ purpose: words, seed: words, frame: [words], candidates: [{ id: problemId, unitIds: [unitId] }], excluded: [], count: 1 },
    ...{ inspectors: [{ id: person.id, name: words, unitId: null }], inspectorsExcluded: [], inspectorCount: null },
  });
  const drawId = await insertDraw(db, { areaId, kind: 'problems', record, madeAt: at, madeBy: words });
  await insertInspections(db, areaId, drawId, record);
  await fillSubstitution(db, areaId, drawId, person.id, words, at);
  const page = { purpose: words, madeAt: at, seed: words, method: record.method, frame: [words], population: 1, drawn: 1, inspectors: 1 };
  await publishInspection(db, { areaId, drawId, page: { ...page, rows: [] }, publishedOn: '2022-12-27', publishedBy: words });
  await putDutyHolder(db, { areaId, subject: words, duty: 'reviewer', unitId, setBy: words, setAt: at });
  await addSupervisorWord(db, { areaId, problemId, seq: 1, unitId, outcome: 'returned', words, byName: words, at });
  await putBodyEntry(db, { areaId, unitId, id: 'b', item: words, basis: words, timeLimit: null, url: words, savedBy: words, savedAt: at });
  const programme = { areaId, id: 'p', name: words, basis: words, dueOn: '2022-12-31', savedBy: words, savedAt: at };
  await putProgramme(db, programme, [{ unitId, target: 2 }]);
  const item = { areaId, programmeId: 'p', id: 'i', unitId, helperUnitId: unitId, title: words, note: words };
  await insertItem(db, { ...item, enteredBy: words, enteredAt: at, finishedOn: '2022-12-27', finishedBy: words });
  const [task] = await db.selectFrom('noticeTask').selectAll().where('areaId', '=', areaId).limit(1).execute();
  if (task) await addTaskHelper(db, task, { unitId, by: words, at });
}

/** Of one for whom nothing waited any more, so that who was drawn keeps the task. */
async function fillSubstitution(db: Db, areaId: string, drawId: string, inspectorId: string, words: string, at: string): Promise<void> {
  const record = { inspectorId, reason: words, objects: [], unavailable: [], assignments: [] };
  await writeSubstitution(db, { areaId, drawId, position: 0, inspectorId, record, at, byName: words });
}
