import type { Leaf } from '../markup/layout.ts';
import type { Box } from '../markup/tree.ts';
import type { Group } from './groups.ts';
import type { RecordRange } from './record-range.ts';
import { type Survey, within } from './survey.ts';

/** Entries looked at; the rest of a list is set by the same template. */
const SAMPLE = 12;
const MOST_LEVELS = 10;
/** Tags that only colour words. */
const COLOURS = new Set(['b', 'strong', 'font']);
/** How many times longer the titles of one group may be on average than those of another of the same kind. */
const LENGTHS = 3;

/** True when the entries of two groups are set by one template: title and date in the same tags, in the same order, dates written alike. */
export function isSameForm(a: Group, b: Group, survey: Survey): boolean {
  const form = formOf(a, survey);
  if (form === null || form !== formOf(b, survey)) return false;
  const [short, long] = [lettersOf(a, survey), lettersOf(b, survey)].sort((x, y) => x - y) as [number, number];
  return long <= short * LENGTHS;
}

/** The form most entries of a group share; null when no form has a majority. */
function formOf({ box, records }: Group, survey: Survey): string | null {
  const sample = records.slice(0, SAMPLE);
  const counts = new Map<string, number>();
  for (const record of sample) {
    const form = formOfEntry(record, record.box ?? box, survey);
    if (form !== null) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  for (const [form, count] of counts) if (count * 2 > sample.length) return form;
  return null;
}

function formOfEntry({ from, to, box }: RecordRange, top: Box, survey: Survey): string | null {
  const { leaves } = survey.layout;
  const title = firstIn(survey.links, from, to);
  const date = firstIn(survey.dates, from, to);
  if (title === null || date === null) return null;
  const shown = (leaves[date] as Leaf).text.replace(/[\d０-９]+/g, '0').slice(0, 20);
  return [box?.tag, pathOf(leaves[title] as Leaf, top), pathOf(leaves[date] as Leaf, top), Math.sign(title - date), shown].join('|');
}

function firstIn(counts: Uint32Array, from: number, to: number): number | null {
  for (let i = from; i < to; i++) if (within(counts, i, i + 1) > 0) return i;
  return null;
}

function pathOf(leaf: Leaf, top: Box): string {
  const tags: string[] = [];
  for (let box = leaf.box.parent; box !== null && box !== top && tags.length < MOST_LEVELS; box = box.parent) {
    if (!COLOURS.has(box.tag)) tags.push(box.tag);
  }
  return tags.join('<');
}

function lettersOf({ records }: Group, survey: Survey): number {
  return records.reduce((sum, { from, to }) => sum + within(survey.letters, from, to), 0) / records.length;
}
