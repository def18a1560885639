import { nameKey } from '../words/fold.ts';
import type { Sheet } from '../workbook/sheet.ts';
import { SHEET_SPECS } from './catalogue.ts';
import { findHeader } from './header.ts';
import type { SheetSpec } from './spec.ts';
import type { Header } from './table.ts';

/** What a sheet is: named so, or with a header only one kind of sheet can have. */
export type Recognised = { spec: SheetSpec; header: Header | null } | { spec: null; candidates: readonly SheetSpec[] };

/**
 * By its name first (the user said what it is, so a poor header is then a fault to report),
 * else by its header: the kind with all required titles and the most known ones.
 */
export function recognise(sheet: Sheet): Recognised {
  const named = SHEET_SPECS.find((spec) => [spec.title, ...spec.synonyms].some((name) => nameKey(name) === nameKey(sheet.name)));
  if (named) return { spec: named, header: findHeader(sheet, named) };
  const fitting = SHEET_SPECS.map((spec) => ({ spec, header: findHeader(sheet, spec) }))
    .filter(
      (fit): fit is { spec: SheetSpec; header: Header } =>
        fit.header !== null && fit.header.missing.length === 0 && isTelling(fit.header, fit.spec),
    )
    .sort((a, b) => b.header.matched - a.header.matched || required(b.spec) - required(a.spec));
  const [first, second] = fitting;
  // Of kinds that know as many titles, the one that needs most of them is meant.
  const surer = first && second && (first.header.matched > second.header.matched || required(first.spec) > required(second.spec));
  if (first && (!second || surer)) return first;
  return { spec: null, candidates: fitting.map((fit) => fit.spec) };
}

/** One lone title such as 单位名称 heads many tables; a kind with a single required title needs a second known one. */
function isTelling(header: Header, spec: SheetSpec): boolean {
  return required(spec) > 1 || header.matched > 1;
}

const required = (spec: SheetSpec): number => Object.values(spec.fields).filter((field) => field.required).length;
