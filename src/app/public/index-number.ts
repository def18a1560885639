/** 索引号 (seeds B01): code of the organisation, year and month, a serial of five digits. */
export interface IndexNumber {
  organisation: string;
  yearMonth: string;
  serial: number;
}

export const printIndexNumber = ({ organisation, yearMonth, serial }: IndexNumber): string =>
  `${organisation}/${yearMonth}-${String(serial).padStart(5, '0')}`;
