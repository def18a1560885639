import type { AssessmentItem } from '../../src/ledger/assessment/scheme.ts';
import { putAboveMark, putAboveResult } from '../../src/store/above.ts';
import { addScheme, appendAssessmentAct, insertHandEntry } from '../../src/store/assessment.ts';
import { decideObjection, insertObjection } from '../../src/store/objections.ts';
import type { Db } from '../../src/store/schema.ts';

/** A row in every table of the assessment; `words` may be anything an office types. */
export async function fillAssessment(db: Db, areaId: string, at: string, words: string): Promise<void> {
  const item: AssessmentItem = {
    ...{ id: 'i', name: words, base: 10, effect: 'deduct', source: 'monitoring' },
    ...{ points: 1.25, milder: 0, cap: null, weights: { month: 0.5 } },
  };
  const scheme = {
    year: 2022,
    title: words,
    documentNumber: words,
    validFrom: '2022-01-01',
    validTo: '2022-12-31',
    items: [item],
  } as const;
  await addScheme(db, areaId, scheme, { by: words, at, before: 0 });
  const entry = { areaId, year: 2022, itemId: 'i', unitId: 'u', day: '2022-12-01', points: 1.25, reason: words, proof: words };
  await insertHandEntry(db, { ...entry, id: 'h', byName: words, at });
  const objection = { areaId, id: 'o', about: 'score', span: '2022', subjectId: 's', unitId: 'u', reason: words, proof: words } as const;
  await insertObjection(db, { ...objection, raisedBy: words, raisedAt: at, before: { points: -1.25, reason: words } });
  await decideObjection(db, { areaId, id: 'o' }, { outcome: 'accepted', after: { points: 0 }, reason: words, by: words, at });
  const act = { areaId, year: 2022, seq: 1, act: 'finalised', byName: words, at, note: words, digest: 'd' } as const;
  await appendAssessmentAct(db, { ...act, snapshot: { units: [words] } });
  await putAboveMark(db, { areaId, problemId: 'p', level: 'city', points: 0.5, note: words, markedBy: words, markedAt: at });
  const result = { areaId, year: 2021, fullScore: 100, score: 92.5, place: 3, others: [95.5, 90], source: words, byName: words, at };
  await putAboveResult(db, result);
}
