import { canonicalJson } from '../../core/canonical-json.ts';
import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { dismissedOnSeveral, listThresholds } from '../../store/proof-items.ts';
import { proofProgress } from '../../store/proof-pages.ts';
import { appendWordingChanges, currentWording, type WordingChange, wordingHistory } from '../../store/wording.ts';
import { faultsOfEntry, WORDING_LISTS, type WordingEntry, type WordingList } from '../../text/review/area-lists.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { entryOf, keptOf } from './entry.ts';
import { readListFile, writeListFile } from './list-sheet.ts';
import { stockDueToLists } from './stock.ts';

const HISTORY = 200;
/** Field names as the form and error messages call them. */
const FIELD_NAMES = { term: '词语', right: '正确写法', others: '例外或者别名', validTo: '止用日期' } as const;

/** What is done to the lists in one go: entries put (new or changed) and entries retired. */
export interface ListChange {
  put: readonly WordingEntry[];
  retire: readonly { list: WordingList; term: string }[];
}

/** The lists of an area, with what reviewers' decisions propose for them and how far the stock has been read. */
export async function viewLists(app: App, areaId: string) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const entries = (await currentWording(app.db, areaId)).map((change) => ({ ...entryOf(change), by: change.byName, at: change.at }));
  const terms = new Set(entries.map(({ term }) => term));
  return {
    entries: entries.map((entry) => ({ ...entry, state: stateOf(entry, today) })),
    proposed: (await dismissedOnSeveral(app.db, areaId)).filter(({ string }) => !terms.has(string)),
    thresholds: await listThresholds(app.db, areaId),
    progress: await proofProgress(app.db, areaId),
  };
}

const stateOf = ({ validFrom, validTo }: WordingEntry, today: string): 'holds' | 'ended' | 'to-come' =>
  validFrom !== null && validFrom > today ? 'to-come' : validTo !== null && validTo < today ? 'ended' : 'holds';

/** Who changed what, the newest first. */
export async function viewListHistory(app: App, areaId: string, of?: { list: WordingList; term: string }) {
  await areaOf(app, areaId);
  const changes = await wordingHistory(app.db, areaId, { of, limit: HISTORY });
  return changes.map((change) => ({ ...entryOf(change), act: change.act, by: change.byName, at: change.at }));
}

/**
 * Changes the lists in one person's name; entries that stand there just so already are left. The stock of the area becomes due to be
 * read again. @throws bad-input that names entry and field; not-found for a retired entry that is not there.
 */
export async function changeLists(
  app: App,
  areaId: string,
  wanted: ListChange,
  by: string,
): Promise<{ put: number; retired: number; pages: number }> {
  await areaOf(app, areaId);
  refuseFaulty(wanted.put);
  const now: Instant = app.now();
  const known = new Map((await currentWording(app.db, areaId)).map((change) => [keyOf(change), change]));
  const gone = wanted.retire.filter((one) => !known.has(keyOf(one)));
  if (gone[0]) throw new MingchaError('not-found', `${WORDING_LISTS[gone[0].list]}里没有“${gone[0].term}”。`, '请刷新后再操作。');
  const put = wanted.put.filter((entry) => !isSame(known.get(keyOf(entry)), entry));
  const changes = [
    ...put.map((entry) => changeOf(entry, 'put', by, now)),
    ...wanted.retire.map((one) => changeOf(entryOf(known.get(keyOf(one)) as WordingChange), 'retired', by, now)),
  ];
  await appendWordingChanges(app.db, areaId, changes);
  return { put: put.length, retired: wanted.retire.length, pages: changes.length > 0 ? await stockDueToLists(app, areaId) : 0 };
}

const keyOf = ({ list, term }: { list: WordingList; term: string }): string => `${list} ${term}`;

const isSame = (kept: WordingChange | undefined, entry: WordingEntry): boolean =>
  kept !== undefined && canonicalJson(entryOf(kept)) === canonicalJson(entry);

const changeOf = (entry: WordingEntry, act: WordingChange['act'], by: string, at: Instant): Omit<WordingChange, 'areaId' | 'seq'> => ({
  ...{ list: entry.list, term: entry.term, act, entry: keptOf(entry) },
  ...{ validFrom: entry.validFrom, validTo: entry.validTo, byName: by, at, note: entry.note },
});

function refuseFaulty(entries: readonly WordingEntry[]): void {
  const faults = entries.flatMap((entry) =>
    faultsOfEntry(entry).map(({ field, value, message }) => ({
      sheet: WORDING_LISTS[entry.list],
      field: FIELD_NAMES[field],
      value,
      message,
    })),
  );
  if (faults.length > 0) throw new MingchaError('bad-input', `有 ${faults.length} 处不对，没有改动词表。`, '请按提示改正。', { faults });
}

/** The lists as a workbook. */
export async function exportLists(app: App, areaId: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { name } = await areaOf(app, areaId);
  const entries = (await currentWording(app.db, areaId)).map(entryOf);
  return { bytes: await writeListFile(entries), fileName: `${name}词表.xlsx` };
}

/** Puts what a workbook holds into the lists; nothing is retired by being absent. */
export async function importLists(app: App, areaId: string, file: { name: string; bytes: Uint8Array }, by: string) {
  return changeLists(app, areaId, { put: readListFile(file.bytes, file.name), retire: [] }, by);
}
