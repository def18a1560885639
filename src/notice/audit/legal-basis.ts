import { chineseDate } from '../../core/date.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** Documents the notice rests on that are no longer, or not yet, in force on the day it is signed (seeds N21). */
export function auditLegalBasis({ document, period }: Snapshot): Disagreement[] {
  const day = document.signedDate ?? period.cutoff;
  return document.basis.flatMap(({ title, number, validity }) => {
    const name = `《${title}》${number === null ? '' : `（${number}）`}`;
    const warn = (message: string) => [disagreement('legal-basis', 'warns', 'opening', message, { stated: number ?? title })];
    if (validity === undefined) return [];
    if (validity.until !== null && validity.until < day) {
      const now = validity.replacedBy === null ? '' : `，现行的是${validity.replacedBy}`;
      return warn(`依据${name}自${chineseDate(validity.until)}后不再有效${now}，请更换依据`);
    }
    if (validity.from !== null && validity.from > day) return warn(`依据${name}${chineseDate(validity.from)}起才施行，成文时尚未有效`);
    return [];
  });
}
