import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Category } from '../../src/core/category.ts';
import type { CalendarDate } from '../../src/core/date.ts';
import type { Limit } from '../../src/core/limit.ts';
import type { UnitKind } from '../../src/subjects/unit.ts';

/** The part of a seed file (seeds/schema.md) that the samples take over: facts and figures, no running text. */
export interface Seed {
  id: string;
  document: {
    title: string;
    area: string;
    province: string | null;
    issuer: string;
    documentNumber: string | null;
    signedDate: CalendarDate | null;
    printedDate: CalendarDate | null;
    addressees: string[];
    basis: { title: string; number: string | null }[];
    declaredAttachments: string[];
  };
  period: { label: string; start: CalendarDate; end: CalendarDate; dataCutoff: CalendarDate };
  units: { name: string; kind: UnitKind; group: string | null; aliases: string[]; coNames: string[] }[];
  channels: {
    id: string;
    kind: string;
    name: string | null;
    owner: string | null;
    level: string | null;
    verdict: 'no_problem' | 'pass' | 'fail' | null;
    lastMonthRectification: string;
    ref: string;
  }[];
  figures: { unit: string; attachment: number; row: number; submitted: number; approved: number; errors: number | null }[];
  statedFigures: { metric: string; value: number }[];
  problems: {
    ref: string;
    unit: string | null;
    channels: string[];
    column: string[] | null;
    category: Category;
    detectedDate: CalendarDate | null;
    lastUpdateDate: CalendarDate | null;
    threshold: Limit | null;
    rectified: string;
  }[];
  attachments: { no: number; title: string; columns: string[]; rows: string[][] }[];
}

const FOLDER = new URL('../../../shared/seeds/data/', import.meta.url);

/** Reads one seed from the material that lies beside the checkout. */
export function readSeed(id: string): Seed {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`${id}.json`, FOLDER)), 'utf8')) as Seed;
}

export function figure(seed: Seed, metric: string): number {
  const found = seed.statedFigures.find((f) => f.metric === metric);
  if (!found) throw new Error(`seed ${seed.id} states no ${metric}`);
  return found.value;
}
