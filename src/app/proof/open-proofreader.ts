import { readFile } from 'node:fs/promises';
import type { CalendarDate } from '../../core/date.ts';
import type { BlockReader, Layer } from '../../text/finding.ts';
import { readIntegrity } from '../../text/integrity/read-integrity.ts';
import { readPersonalData } from '../../text/privacy/read-personal-data.ts';
import { type BlockLayer, compileProofreader, type PageLayer, type Proofreader } from '../../text/proofread.ts';
import { compileAccepted } from '../../text/review/accepted.ts';
import { type AreaLists, NO_AREA_LISTS } from '../../text/review/area-lists.ts';
import { compileStatistics } from '../../text/statistics/compile.ts';
import { readModel } from '../../text/statistics/model.ts';
import { compileWording } from '../../text/wording/compile-wording.ts';
import { parsePhrases } from '../../text/wording/phrase.ts';
import { parseWrongWords } from '../../text/wording/wrong-word.ts';
import { guideLayer } from './guide-layer.ts';
import { MODEL, readList } from './load-data.ts';
import type { OwnLists } from './own-lists.ts';
import { placeLayers } from './place-layer.ts';

export type { Proofreader } from '../../text/proofread.ts';

export interface ProofreaderOptions {
  /** The lists are taken as they stand on this day. */
  day: CalendarDate;
  layers: readonly Layer[];
  /** What the area the draft is written for keeps; without it the lists that ship are all there is. */
  own?: OwnLists;
  /** Path of another statistical model than the one that ships, to measure with. */
  model?: string;
}

/** Least score that is told without asking for all: together at most one false flag in ten thousand clean letters (bench/proofreading). */
export const THRESHOLDS: Readonly<Partial<Record<Layer, number>>> = { L1: 0.5, L4: 0.5, L5: 0.5, L6: 0.8 };

/** Opens the layers asked for. Each list is read once, and only when its layer is wanted. */
export async function openProofreader({ day, layers, own, model = MODEL }: ProofreaderOptions): Promise<Proofreader> {
  const wording = own?.wording ?? NO_AREA_LISTS;
  const blockLayers: BlockLayer[] = [];
  const pageLayers: PageLayer[] = [];
  if (layers.includes('L0')) pageLayers.push({ layer: 'L0', read: readIntegrity });
  if (layers.includes('L1')) blockLayers.push({ layer: 'L1', read: await officialWording(wording, day) });
  if (layers.includes('L2') && own) blockLayers.push(await namesOfArea(own, day));
  if (layers.includes('L3')) pageLayers.push((await placeLayers(own?.area ?? null))(), await guides(own));
  if (layers.includes('L4')) blockLayers.push({ layer: 'L4', read: await statistics(model) });
  if (layers.includes('L5')) pageLayers.push({ layer: 'L5', read: readPersonalData });
  return compileProofreader({
    layers,
    blockLayers,
    pageLayers,
    version: `${day} ${own?.area.name ?? ''} ${wording.version}`,
    thresholds: THRESHOLDS,
    isAccepted: compileAccepted(wording.accepted),
  });
}

// What only an area's directory needs is loaded with it.
async function namesOfArea({ area, directory }: OwnLists, day: CalendarDate): Promise<BlockLayer> {
  const [{ areaNames }, { namesLayers }] = await Promise.all([import('../directory/area-names.ts'), import('./names-layer.ts')]);
  return (await namesLayers(areaNames(directory, area.name)))(day);
}

async function guides(own: OwnLists | undefined): Promise<PageLayer> {
  return guideLayer(own ? (await import('./guide-records.ts')).guideRecords(own.directory) : null);
}

let counted: { model: string; read: Promise<BlockReader> } | undefined;

/** The model is the same for every area and day, and too large to hold twice. */
function statistics(model: string): Promise<BlockReader> {
  if (counted?.model !== model) counted = { model, read: readStatistics(model) };
  return counted.read;
}

const readStatistics = async (model: string): Promise<BlockReader> => compileStatistics(readModel(await readFile(model)));

async function officialWording(own: AreaLists, day: CalendarDate): Promise<BlockReader> {
  const [phrases = '', wrongWords = '', idioms = ''] = await Promise.all(['phrases.tsv', 'wrong-words.tsv', 'idioms.txt'].map(readList));
  return compileWording({
    phrases: [...parsePhrases(phrases), ...own.phrases],
    wrongWords: [...parseWrongWords(wrongWords), ...own.wrongWords],
    idioms: idioms.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
    day,
  });
}
