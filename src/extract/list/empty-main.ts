import { headingOf } from './heading.ts';
import { emptyNotes, stateWithoutItems } from './list-state.ts';
import type { Survey } from './survey.ts';
import { isNamed, type Place } from './weigh.ts';

/** A page with more lists than this is the front of a section, where one block may well be empty. */
const MOST_SIDE_LISTS = 2;

/**
 * True when all lists of a column page stand beside and its own has no entries: it says so, or a script builds it.
 * Reading a side list for the column's would make an empty column look fresh.
 */
export function isOwnListMissing(lists: readonly { place: Place }[], survey: Survey, names: readonly string[]): boolean {
  if (lists.length > MOST_SIDE_LISTS || lists.some(({ place }) => place === 'own')) return false;
  const state = stateWithoutItems(survey.layout);
  if (state === 'script-built') return lists.every(({ place }) => place === 'beside');
  return state === 'empty' && emptyNotes(survey.layout).some((note) => isOwnNote(note.from, survey, names));
}

/** 暂无信息 under the heading of another block speaks of that block. */
function isOwnNote(at: number, survey: Survey, names: readonly string[]): boolean {
  const leaf = survey.layout.leaves[at];
  const heading = leaf?.box.parent ? headingOf(leaf.box.parent, at, survey) : null;
  return heading === null || isNamed(heading, names);
}
