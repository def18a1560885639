import { CHARACTERS_PER_LINE, mmToPt, TYPE_AREA } from './geometry.ts';
import { measure } from './title-lines.ts';

/** 署名 and 成文日期 as offsets from the left edge of the type area, in characters of 三号. */
export interface SignatureLayout {
  issuerLeft: number;
  dateLeft: number;
  /** Empty lines between the text and the issuer. */
  emptyLines: number;
}

/**
 * Without a seal (7.3.5.2): one empty line, issuer two characters from the right, the date's first character two right of
 * the issuer's first; a longer date stands two from the right and the issuer keeps its distance. With a seal (7.3.5.1):
 * date four from the right, issuer centred on it, two empty lines above, so that the top of a seal of 42 to 45 mm
 * pressing both comes within one line of the text. Lengths count a digit as half, as Times New Roman sets it.
 */
export function signatureLayout(issuer: string, date: string, sealed: boolean): SignatureLayout {
  const issuerLength = measure(issuer);
  const dateLength = measure(date);
  if (sealed) {
    const dateLeft = CHARACTERS_PER_LINE - 4 - dateLength;
    const centred = dateLeft + dateLength / 2 - issuerLength / 2;
    const issuerLeft = Math.max(0, Math.min(centred, CHARACTERS_PER_LINE - issuerLength));
    return { issuerLeft, dateLeft: Math.max(0, issuerLeft + issuerLength / 2 - dateLength / 2), emptyLines: 2 };
  }
  const byIssuer = CHARACTERS_PER_LINE - 2 - issuerLength;
  const byDate = CHARACTERS_PER_LINE - 2 - dateLength - 2;
  const issuerLeft = Math.max(0, Math.min(byIssuer, byDate));
  return { issuerLeft, dateLeft: issuerLeft + 2, emptyLines: 1 };
}

/** Width of one 三号 character in the 28-character line, in points. */
export const CHARACTER_PT = mmToPt(TYPE_AREA.width) / CHARACTERS_PER_LINE;
