/**
 * First four digits an identity number may begin with: province, then the numbers of its cities and of the prefectures there have
 * been since 1984 (GB/T 2260 in all its editions). People keep the number of a prefecture that was renamed or divided long ago.
 */
const CITIES: Readonly<Record<string, string>> = {
  11: '01-02',
  12: '01-02',
  13: '01-11 21-30',
  14: '01-11 21-27',
  15: '01-09 21-29',
  21: '01-14 21-23',
  22: '01-08 21-26',
  23: '01-12 21-28',
  31: '01-02',
  32: '01-13 19-29',
  33: '01-11 21-29',
  34: '01-18 21-29',
  35: '01-09 21-29',
  36: '01-11 21-26',
  37: '01-17 19-30',
  41: '01-18 21-30 90',
  42: '01-13 21-30 90',
  43: '01-13 21-31',
  44: '01-21 22-29 51-53',
  45: '01-14 21-28',
  46: '00-04 90',
  50: '00-03',
  51: '01-20 21-39',
  52: '01-06 21-28',
  53: '01-09 21-36',
  54: '01-06 21-28',
  61: '01-10 21-28',
  62: '01-12 20-30',
  63: '01-02 21-28',
  64: '01-05 21-23',
  65: '01-05 21-33 40-43 90',
};
/** Residence permits of people from Hong Kong, Macao and Taiwan. */
const WITHOUT_CITY = new Set(['810000', '820000', '830000']);
/** Cities without counties. */
const WITHOUT_COUNTY = new Set(['441900', '442000', '460400', '620200']);

const PREFIXES: ReadonlySet<string> = new Set(
  Object.entries(CITIES).flatMap(([province, ranges]) =>
    ranges.split(' ').flatMap((range) => {
      const [from, to = from] = range.split('-').map(Number) as [number, number?];
      return Array.from({ length: to - from + 1 }, (_, i) => `${province}${String(from + i).padStart(2, '0')}`);
    }),
  ),
);

/** Whether six digits can be the place a person was first registered in. The county is only known not to be 00. */
export function isAreaCode(code: string): boolean {
  if (WITHOUT_CITY.has(code) || WITHOUT_COUNTY.has(code)) return true;
  return PREFIXES.has(code.slice(0, 4)) && !code.endsWith('00');
}
