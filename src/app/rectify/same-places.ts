import { samePictures } from '../../store/rectify-proofs.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';

/**
 * Where else the pictures of these problems stand as proof: the same file, or what seems to be the same photograph. It is told to
 * those who check, the surer first; a unit never learns of another's problem, nor that its picture was known again.
 */
export async function samePlaces(app: App, areaId: string, problemIds: readonly string[], { role, scope }: Pick<Caller, 'role' | 'scope'>) {
  const found = role === 'office' || role === 'centre' ? await samePictures(app.db, areaId, problemIds, scope) : [];
  return (problemId: string, proofId: string) =>
    found
      .filter((one) => one.problemId === problemId && one.proofId === proofId)
      .toSorted((a, b) => b.grade.localeCompare(a.grade))
      .map(({ grade, otherId, otherUnit, otherText, otherProofId, otherName, otherBy, otherDay }) => ({
        ...{ grade, problemId: otherId, unit: otherUnit, text: otherText },
        proof: { id: otherProofId, fileName: otherName, by: otherBy, day: otherDay },
      }));
}
