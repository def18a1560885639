import { NO_EDITS } from '../../src/notice/edits/model.ts';
import { insertMark } from '../../src/store/naming-marks.ts';
import { appendAct, takeNumber } from '../../src/store/notice-acts.ts';
import { insertDespite } from '../../src/store/notice-despite.ts';
import { insertEdits } from '../../src/store/notice-edits.ts';
import { putOfficeForm } from '../../src/store/office-forms.ts';
import { publish } from '../../src/store/publications.ts';
import { putElsewhere } from '../../src/store/report-elsewhere.ts';
import { putRepublication } from '../../src/store/republications.ts';
import { insertTasks, putRequirement } from '../../src/store/requirements.ts';
import type { Db } from '../../src/store/schema.ts';

/** A row in every table of the notice workshop; `words` may be anything an office types. */
export async function fillWorkshop(db: Db, areaId: string, noticeId: string, at: string, words: string): Promise<void> {
  await insertEdits(db, { noticeId, version: 1, edits: { ...NO_EDITS, head: { title: words } }, savedBy: words, savedAt: at });
  await appendAct(db, { noticeId, act: 'submitted', byRole: 'office', byName: words, at, editVersion: 1, note: null }, 0);
  await insertDespite(db, [
    {
      ...{ noticeId, key: 'k', about: 'problem', subjectId: 'p', unit: words, matter: words, words, raisedBy: words, raisedAt: at },
      ...{ reason: words, byName: words, at },
    },
  ]);
  await takeNumber(db, { areaId, year: 2022, number: 12, noticeId });
  await putRequirement(db, { areaId, id: 'r', heading: words, text: words, deadline: { workingDays: 5 }, position: 1 });
  await insertTasks(db, [
    {
      ...{ areaId, noticeId, paragraphId: 'own.1', addressee: words, unitId: null, heading: words, text: words },
      ...{ dueOn: '2023-01-09', dueProvisional: true, position: 1, doneAt: null, doneBy: null },
    },
  ]);
  await publish(db, {
    ...{ noticeId, areaId, organisation: '11341722003251630P', yearMonth: '202301', columnId: 'c', genre: words, grouping: words },
    ...{ topic: words, keywords: [words, ''], publishedOn: '2023-01-04', publishedBy: words },
  });
  await putElsewhere(db, { areaId, duty: 'month.any', periodId: '2022-11', issuedOn: '2022-12-02', title: words, byName: words, at });
  const mark = {
    areaId,
    id: 'm',
    unitId: 'u',
    fault: 'late',
    reason: words,
    markedOn: '2022-12-20',
    markedBy: words,
    markedAt: at,
  } as const;
  await insertMark(db, mark);
  await putOfficeForm(db, { areaId, id: 'f', fileName: words, blob: 'b', bytes: 1, addedBy: words, addedRole: 'office', addedAt: at });
  const page = { areaId, noticeId, unitId: 'u', url: 'http://a.gov.cn/1', originalUrl: null, enteredBy: words, enteredAt: at };
  await putRepublication(db, page, { at, result: { opened: false, outcome: words } });
}
