import type { CalendarDate } from '../../core/date.ts';
import type { Layer } from '../../text/finding.ts';
import { readPersonalData } from '../../text/privacy/read-personal-data.ts';
import { type BlockLayer, compileProofreader, type PageLayer, type Proofreader } from '../../text/proofread.ts';
import { placeLayer } from './place-layer.ts';

export type { Proofreader } from '../../text/proofread.ts';

export interface ProofreaderOptions {
  /** The lists are taken as they stand on this day. */
  day: CalendarDate;
  layers: readonly Layer[];
}

/** Least score that is told without asking for all: together at most one false flag in ten thousand clean letters (bench/proofreading). */
export const THRESHOLDS: Readonly<Partial<Record<Layer, number>>> = { L4: 0.9, L5: 0.5, L6: 0.8 };

/** Opens the layers with the lists that ship. Each list is read once, and only when its layer is wanted. */
export async function openProofreader({ day, layers }: ProofreaderOptions): Promise<Proofreader> {
  const blockLayers: BlockLayer[] = [];
  const pageLayers: PageLayer[] = [];
  if (layers.includes('L3')) pageLayers.push(await placeLayer(null));
  if (layers.includes('L5')) pageLayers.push({ layer: 'L5', read: readPersonalData });
  return compileProofreader({ layers, blockLayers, pageLayers, version: day, thresholds: THRESHOLDS });
}
