import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import { areaAndParents, findArea } from '../../store/areas.ts';
import { currentWording } from '../../store/wording.ts';
import type { Area } from '../../subjects/area.ts';
import type { Finding, Layer } from '../../text/finding.ts';
import { merge } from '../../text/merge.ts';
import { compileProofreader, type Proofreader } from '../../text/proofread.ts';
import { compileAccepted } from '../../text/review/accepted.ts';
import { type AreaLists, areaLists } from '../../text/review/area-lists.ts';
import { compileWording } from '../../text/wording/compile-wording.ts';
import { parsePhrases } from '../../text/wording/phrase.ts';
import { type AreaNames, namesVersion, readAreaNames } from '../directory/area-names.ts';
import type { App } from '../open.ts';
import { readList } from '../proof/load-data.ts';
import { namesLayers } from '../proof/names-layer.ts';
import { openProofreader } from '../proof/open-proofreader.ts';
import { type PlaceContext, placeLayers } from '../proof/place-layer.ts';
import { entryOf } from './entry.ts';

/** Layers that read the words of a page; L6 reads its markup and has facts of its own. */
export const PAGE_LAYERS: readonly Layer[] = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'];
/** Raised when reading would answer differently on the same lists. */
const READER = '2';

export interface AreaText {
  findings: Finding[];
  /** Letters read, blanks not counted. */
  characters: number;
  collapsed: boolean;
}

/** What is known of a page besides its words. */
export interface ReadingOptions extends Partial<PlaceContext> {
  /** What citizens write is read for personal data, and for nothing else. */
  onlyPrivate?: boolean;
  /** Names and posts are taken as they stood on that day. */
  published?: CalendarDate | null;
}

/** Reads pages of an area: the shipped layers, the area's own lists and place, less what the office has accepted. */
export interface AreaReader {
  version: string;
  layers: readonly Layer[];
  read(text: string, options?: ReadingOptions): AreaText;
}

/**
 * Fingerprint of everything an area's pages are read with on a day: shipped lists and counts, the area's lists, and which
 * wordings are outdated by then. Pages read under another one are read again.
 */
export async function listsVersion(app: Pick<App, 'db'>, areaId: string, day: CalendarDate): Promise<string> {
  return (await listsOf(app, areaId, day)).version;
}

interface Lists {
  lists: AreaLists;
  names: AreaNames;
  version: string;
}

async function listsOf(app: Pick<App, 'db'>, areaId: string, day: CalendarDate): Promise<Lists> {
  const { db } = app;
  const lists = areaLists((await currentWording(db, areaId)).map(entryOf), day);
  const shipped = await shippedLists();
  const expired = shipped.ends.filter((end) => end < day).length;
  const area = await findArea(db, areaId);
  const names = await readAreaNames(app, { id: areaId, name: area?.name ?? '' });
  const parts = [READER, shipped.hash, expired, lists.version, namesVersion(names), areaId];
  return { lists, names, version: sha256(JSON.stringify(parts)).slice(0, 16) };
}

let shipped: Promise<{ hash: string; ends: readonly CalendarDate[] }> | undefined;

/** What ships does not change while a process lives. */
function shippedLists() {
  shipped ??= (async () => {
    const folder = join(import.meta.dirname, '..', '..', 'text', 'data');
    const files = (await readdir(folder, { withFileTypes: true })).filter((file) => file.isFile()).map(({ name }) => name);
    const hashes = await Promise.all(files.sort().map(async (name) => [name, sha256(await readFile(join(folder, name)))]));
    const ends = parsePhrases(await readList('phrases.tsv')).flatMap(({ validTo }) => validTo ?? []);
    return { hash: sha256(JSON.stringify(hashes)), ends };
  })();
  return shipped;
}

/** The shipped layers are costly to open and the same for all areas; a process keeps those of one day. */
let base: { day: CalendarDate; reader: Promise<Proofreader> } | undefined;

function shippedReader(day: CalendarDate): Promise<Proofreader> {
  if (base?.day === day) return base.reader;
  const opened = { day, reader: openShipped(day) };
  base = opened;
  // What failed once is opened anew the next time.
  opened.reader.catch(() => {
    if (base === opened) base = undefined;
  });
  return opened.reader;
}

/** L3 comes with the area. A model of L4 that cannot be read must not keep the certain layers from reading: facts say who read. */
async function openShipped(day: CalendarDate): Promise<Proofreader> {
  const layers = PAGE_LAYERS.filter((layer) => layer !== 'L3');
  try {
    return await openProofreader({ day, layers });
  } catch (error) {
    if (!(error instanceof MingchaError)) throw error;
    process.emitWarning(`${error.message} ${error.next} L4 is left out until then.`);
    return openProofreader({ day, layers: layers.filter((layer) => layer !== 'L4') });
  }
}

let privateReader: Promise<Proofreader> | undefined;
const readers = new Map<string, Promise<AreaReader>>();
const MOST_READERS = 8;

/** The reader of an area on a day; the last few are kept. */
export async function openAreaReader(app: Pick<App, 'db'>, area: Area, day: CalendarDate): Promise<AreaReader> {
  const lists = await listsOf(app, area.id, day);
  const key = `${lists.version} ${day}`;
  const known = readers.get(key);
  if (known) return known;
  const above = (await areaAndParents(app.db, area.id)).map(({ name }) => name).slice(0, -1);
  const opened = compile({ name: area.name, above }, lists, day);
  readers.set(key, opened);
  opened.catch(() => readers.delete(key));
  for (const oldest of readers.keys()) if (readers.size > MOST_READERS) readers.delete(oldest);
  return opened;
}

async function compile(
  area: { name: string; above: readonly string[] },
  { lists, names, version }: Lists,
  day: CalendarDate,
): Promise<AreaReader> {
  const shippedOnes = await shippedReader(day);
  privateReader ??= openProofreader({ day, layers: ['L5'] });
  const forPrivate = await privateReader;
  const hasOwn = lists.phrases.length + lists.wrongWords.length > 0;
  const own = compileProofreader({
    layers: ['L1'],
    blockLayers: hasOwn
      ? [{ layer: 'L1', read: compileWording({ phrases: lists.phrases, wrongWords: lists.wrongWords, idioms: [], day }) }]
      : [],
    pageLayers: [],
    version,
    thresholds: {},
  });
  const placesOn = await placeLayers(area);
  const namesOn = await namesLayers(names);
  const ofNames = new Map<string, Proofreader>();
  const namesReader = (published: CalendarDate): Proofreader => {
    const { epoch, ...layer } = namesOn(published);
    const known =
      ofNames.get(epoch) ?? compileProofreader({ layers: ['L2'], blockLayers: [layer], pageLayers: [], version, thresholds: {} });
    ofNames.set(epoch, known);
    return known;
  };
  const isAccepted = compileAccepted(lists.accepted);
  return {
    version,
    layers: PAGE_LAYERS.filter((layer) => layer !== 'L4' || shippedOnes.layers.has('L4')),
    read(text, { onlyPrivate = false, published = null, title = null, publisher = null, kind = null } = {}) {
      if (onlyPrivate) return { ...forPrivate.readText(text), collapsed: false };
      const read = shippedOnes.readText(text);
      const places = compileProofreader({
        layers: ['L3'],
        blockLayers: [],
        pageLayers: [placesOn({ title, publisher, kind })],
        version,
        thresholds: {},
      });
      const ofArea = [own, namesReader(published ?? day), places].flatMap((reader) => reader.readText(text).findings);
      const found = merge([...ofArea, ...read.findings]);
      return { ...read, findings: found.filter(({ start, end, layer }) => layer === 'L5' || !isAccepted(text, start, end)) };
    },
  };
}
