import { chineseDate } from '../../core/date.ts';
import { standingOn } from '../legal-basis.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** Documents the notice rests on that are no longer, or not yet, in force on the day it is signed (seeds N21). */
export function auditLegalBasis({ document, period }: Snapshot): Disagreement[] {
  const day = document.signedDate ?? period.cutoff;
  return document.basis.flatMap((basis) => {
    const { title, number, validity } = basis;
    const name = `《${title}》${number === null ? '' : `（${number}）`}`;
    const warn = (message: string) => [disagreement('legal-basis', 'warns', 'opening', message, { stated: number ?? title })];
    const standing = standingOn(basis, day);
    if (standing === 'ended' && validity?.until) {
      const now = validity.replacedBy === null ? '' : `，现行的是${validity.replacedBy}`;
      return warn(`依据${name}自${chineseDate(validity.until)}后不再有效${now}，请更换依据`);
    }
    if (standing === 'not-yet' && validity?.from) return warn(`依据${name}${chineseDate(validity.from)}起才施行，成文时尚未有效`);
    return [];
  });
}
