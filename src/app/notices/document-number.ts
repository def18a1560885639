const PARTS = /^(.*?)\s*[〔［[【（(]\s*(\d{4})\s*[〕］\]】）)]\s*(\d{1,5})\s*号$/u;

/** 发文字号 taken apart: year and serial; null where it is not of that form (第3期). */
export function numberParts(number: string | null): { prefix: string; year: number; number: number } | null {
  const parts = PARTS.exec((number ?? '').normalize('NFKC').trim());
  return parts ? { prefix: parts[1] ?? '', year: Number(parts[2]), number: Number(parts[3]) } : null;
}

/** As GB/T 9704 wants it: six-cornered brackets, no 第, no leading noughts; another form as it was typed; empty is none. */
export function printedNumber(number: string | null): string | null {
  const typed = number?.trim() ?? '';
  const parts = numberParts(typed);
  if (parts) return `${parts.prefix}〔${parts.year}〕${parts.number}号`;
  return typed === '' ? null : typed;
}
