/** A telephone as dialled: area code where one is written, the number, the extension. */
export interface PhoneNumber {
  area: string | null;
  number: string;
  start: number;
  end: number;
}

const DASH = '[-－‐‑‒–—―−~～]';
const PHONE = new RegExp(
  `(?<![\\d])(?:[（(\\[【]?(0\\d{2,3})[）)\\]】]?\\s*${DASH}{0,3}\\s*)?(1[3-9]\\d{9}|\\d{3,4}\\s\\d{4}|[1-9]\\d{6,7}|12345)(?![\\d])`,
  'g',
);
const AND_SO_ON = new RegExp(`^\\s*(?:[/／、]|${DASH})\\s*(\\d{1,4})(?!\\d)`);

/** Every number in a text; 7177965/66 and 7177965-7 are read as the numbers meant (or as an extension, which compares the same). */
export function phonesIn(given: string): PhoneNumber[] {
  const text = given.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const found: PhoneNumber[] = [];
  for (const match of text.matchAll(PHONE)) {
    const number = (match[2] as string).replace(/\s/g, '');
    const end = match.index + match[0].length;
    const area = match[1] ?? found.at(-1)?.area ?? null;
    found.push({ area, number, start: match.index, end });
    const tail = AND_SO_ON.exec(text.slice(end))?.[1];
    if (tail !== undefined) found.push({ area, number: number.slice(0, -tail.length) + tail, start: match.index, end });
  }
  return found;
}

/** The same telephone; an area code that one side leaves out does not part them. */
export const isSamePhone = (a: PhoneNumber, b: PhoneNumber): boolean =>
  a.number === b.number && (a.area === null || b.area === null || a.area === b.area);
