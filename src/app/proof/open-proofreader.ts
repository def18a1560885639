import type { CalendarDate } from '../../core/date.ts';
import type { BlockReader, Layer } from '../../text/finding.ts';
import { readPersonalData } from '../../text/privacy/read-personal-data.ts';
import { type BlockLayer, compileProofreader, type PageLayer, type Proofreader } from '../../text/proofread.ts';
import { compileAccepted } from '../../text/review/accepted.ts';
import { type AreaLists, NO_AREA_LISTS } from '../../text/review/area-lists.ts';
import { compileWording } from '../../text/wording/compile-wording.ts';
import { parsePhrases } from '../../text/wording/phrase.ts';
import { parseWrongWords } from '../../text/wording/wrong-word.ts';
import { areaNames } from '../directory/area-names.ts';
import { guideLayer } from './guide-layer.ts';
import { readList } from './load-data.ts';
import { namesLayers } from './names-layer.ts';
import type { OwnLists } from './own-lists.ts';
import { placeLayer } from './place-layer.ts';

export type { Proofreader } from '../../text/proofread.ts';

export interface ProofreaderOptions {
  /** The lists are taken as they stand on this day. */
  day: CalendarDate;
  layers: readonly Layer[];
  /** What the area the draft is written for keeps; without it the lists that ship are all there is. */
  own?: OwnLists;
}

/** Least score that is told without asking for all: together at most one false flag in ten thousand clean letters (bench/proofreading). */
export const THRESHOLDS: Readonly<Partial<Record<Layer, number>>> = { L1: 0.5, L4: 0.9, L5: 0.5, L6: 0.8 };

/** Opens the layers asked for. Each list is read once, and only when its layer is wanted. */
export async function openProofreader({ day, layers, own }: ProofreaderOptions): Promise<Proofreader> {
  const wording = own?.wording ?? NO_AREA_LISTS;
  const blockLayers: BlockLayer[] = [];
  const pageLayers: PageLayer[] = [];
  if (layers.includes('L1')) blockLayers.push({ layer: 'L1', read: await officialWording(wording, day) });
  if (layers.includes('L2') && own) blockLayers.push(await namesOfArea(own, day));
  if (layers.includes('L3')) pageLayers.push(await placeLayer(own?.area ?? null), guideLayer(own?.directory ?? null));
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

async function namesOfArea({ area, directory }: OwnLists, day: CalendarDate): Promise<BlockLayer> {
  return (await namesLayers(areaNames(directory, area.name)))(day);
}

async function officialWording(own: AreaLists, day: CalendarDate): Promise<BlockReader> {
  const [phrases = '', wrongWords = '', idioms = ''] = await Promise.all(['phrases.tsv', 'wrong-words.tsv', 'idioms.txt'].map(readList));
  return compileWording({
    phrases: [...parsePhrases(phrases), ...own.phrases],
    wrongWords: [...parseWrongWords(wrongWords), ...own.wrongWords],
    idioms: idioms.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
    day,
  });
}
