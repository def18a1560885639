import { type Figure, printFigure } from '../../../src/notice/figure.ts';
import type { NoticeDocument } from '../../../src/notice/model.ts';

/** One figure of a real notice: what it states, and what ours prints or gives. */
export interface Entry {
  /** Ids of the stated figures it answers; none for what the facts hold elsewhere. */
  ids: readonly string[];
  what: string;
  stated: string;
  /** null: nothing in the notice to recompute it from. */
  ours: string | null;
  /** Needed where the two differ, and where nothing can be recomputed. */
  why: string;
  /** Fed from what the notice states, so that equality proves nothing but that it is printed. */
  given?: true;
}

export interface SeedSheet {
  title: string;
  template: string;
  entries: readonly Entry[];
  /** Ids of every stated figure, each to be answered. */
  all: readonly string[];
}

const VERDICTS = { agrees: '一致', disagrees: '**不一致**', given: '照录', unknown: '无从核对' } as const;

/** Answers of a sheet by verdict; throws for a stated figure nobody answers and for a difference without a reason. */
export function judged(sheet: SeedSheet): { entry: Entry; verdict: keyof typeof VERDICTS }[] {
  const answered = new Set(sheet.entries.flatMap(({ ids }) => ids));
  const open = sheet.all.filter((id) => !answered.has(id));
  if (open.length > 0) throw new RangeError(`${sheet.title}: no entry for ${open.join()}`);
  return sheet.entries.map((entry) => {
    const verdict: keyof typeof VERDICTS =
      entry.ours === null ? 'unknown' : entry.ours !== entry.stated ? 'disagrees' : entry.given ? 'given' : 'agrees';
    if (verdict !== 'agrees' && entry.why === '') throw new RangeError(`${sheet.title}: ${entry.what} needs a reason`);
    return { entry, verdict };
  });
}

/** A figure of our document as printed. */
export function ours(document: NoticeDocument, id: string): string {
  const figure = document.figures.find((one: Figure) => one.id === id);
  if (!figure) throw new RangeError(`${document.template} has no figure ${id}`);
  return printFigure(figure);
}

export function sheetText(sheet: SeedSheet): string {
  const rows = judged(sheet).map(
    ({ entry, verdict }) => `| ${entry.what} | ${entry.stated} | ${entry.ours ?? '—'} | ${VERDICTS[verdict]} | ${entry.why} |`,
  );
  return [
    `## ${sheet.title}`,
    '',
    `模板：\`${sheet.template}\``,
    '',
    '| 数字 | 原通报所载 | 我们重算 | 结论 | 说明 |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
