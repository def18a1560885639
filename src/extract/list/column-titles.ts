import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import type { Group } from './groups.ts';
import { type Survey, within } from './survey.ts';

/** Levels climbed from the last word of a header row to the row. */
const MOST_LEVELS = 4;
const LONGEST_TITLE = 12;
const FEWEST_COLUMNS = 2;

/** Titles of the columns of a list, from the row above its first entry, however rows are set (tr, ul, div); empty without such a row. */
export function columnTitles({ records }: Group, survey: Survey): string[] {
  const row = records[0]?.box;
  if (!row) return [];
  const columns = cellsOf(row).length;
  if (columns < FEWEST_COLUMNS) return [];
  const { leaves } = survey.layout;
  let box = leaves[row.from - 1]?.box ?? null;
  for (let up = 0; up < MOST_LEVELS && box !== null && box.to <= row.from; up++, box = box.parent) {
    const cells = cellsOf(box);
    if (cells.length !== columns || within(survey.links, box.from, box.to) > 0) continue;
    const titles = cells.map((cell) =>
      squeeze(
        leaves
          .slice(cell.from, cell.to)
          .map(({ text }) => text)
          .join(''),
      ),
    );
    return titles.every((title) => title.length <= LONGEST_TITLE) ? titles : [];
  }
  return [];
}

/** The cells of a row: what stands in it as elements. */
export function cellsOf(row: Box): Box[] {
  return row.kids.filter(({ tag }) => tag !== '#text');
}
