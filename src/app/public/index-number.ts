/** 索引号 (seeds B01): code of the organisation, year and month, a serial of five digits. */
export interface IndexNumber {
  organisation: string;
  yearMonth: string;
  serial: number;
}

const PATTERN = /^([0-9A-Z]{6,20})\/(\d{4}(?:0[1-9]|1[0-2]))-(\d{5,})$/;

export const printIndexNumber = ({ organisation, yearMonth, serial }: IndexNumber): string =>
  `${organisation}/${yearMonth}-${String(serial).padStart(5, '0')}`;

/** null when it does not follow the pattern. */
export function parseIndexNumber(text: string): IndexNumber | null {
  const [, organisation = '', yearMonth = '', serial] = PATTERN.exec(text.trim()) ?? [];
  return serial === undefined ? null : { organisation, yearMonth, serial: Number(serial) };
}
