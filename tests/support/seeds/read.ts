import { existsSync, readFileSync } from 'node:fs';
import type { ProblemRow, Snapshot } from '../../../src/notice/snapshot.ts';
import { snapshot } from '../../../src/notice/testing/fixtures.ts';

/** Facts of the real notices; they lie beside the checkout and may be absent. */
const FOLDER = new URL('../../../../shared/seeds/data/', import.meta.url);

export interface Seed {
  document: {
    area: string;
    title: string;
    issuer: string;
    monitor: string | null;
    signedDate: string | null;
    printedDate: string | null;
    addressees: string[];
    cc: string[];
    sealed: boolean | null;
    basis: { title: string; number: string | null; role: string }[];
    contacts: { matter: string; name: string; phone: string | null; qq: string | null }[];
  };
  period: { label: string; kind: 'month' | 'quarter'; start: string; end: string };
  units: { name: string; group: string | null; aliases: string[] }[];
  channels: { id: string; kind: string; kindText: string | null; name: string | null; owner: string | null; vetoed: boolean | null }[];
  figures: {
    unit: string;
    attachment: number;
    row: number;
    submitted: number | null;
    approved: number | null;
    errors: number | null;
    annualTask: number | null;
    publishedTotal: number | null;
    publishedInPeriod: number | null;
    completionPct: number | null;
  }[];
  statedFigures: {
    id: string;
    metric: string;
    value: number | null;
    approx: boolean;
    uom: string;
    scope: string | null;
    text: string;
    ref: string;
  }[];
  rankings: { group: string; n: number; units: string[]; text: string }[];
  problems: {
    id: string;
    ref: string;
    scope: string;
    unit: string | null;
    channels: string[];
    column: string[] | null;
    object: string | null;
    category: string;
    text: string;
    detectedDate: string | null;
    found: string | null;
    expected: string | null;
  }[];
  praises: { id: string; units: string[]; channels: string[]; items: string[] }[];
  activities: {
    id: string;
    kind: string;
    start: string | null;
    end: string | null;
    dateText: string | null;
    host: string | null;
    units: string[];
    fastUnits: string[];
    slowUnits: string[];
    people: unknown[];
    count: number | null;
    object: string | null;
    dueDate: string | null;
  }[];
  policyDocuments: {
    number: string | null;
    title: string;
    drafter: string;
    issuedDate: string | null;
    formsRequired: number | null;
    formsMissing: number | null;
    candidateForms: string[];
    interpreted: boolean;
  }[];
  attachments: { no: number; title: string; columns: string[]; rows: string[][] }[];
}

/** Facts of a notice, null (and said so) where they are not there. */
export function readSeed(name: string): Seed | null {
  const file = new URL(`${name}.json`, FOLDER);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Seed;
  console.warn(`SKIPPED: the facts of ${name} are not beside this checkout; tests on them do not run`);
  return null;
}

/** Head and period of a seed as a snapshot; the figures of a period signed before its end run to the day of signing. */
export function seedSnapshot(seed: Seed, id: string, more: Partial<Snapshot>, head: Partial<Snapshot['document']> = {}): Snapshot {
  const { document, period } = seed;
  const cutoff = document.signedDate !== null && document.signedDate < period.end ? document.signedDate : period.end;
  return snapshot(
    {
      area: document.area,
      period: { kind: period.kind, id, label: period.label, from: period.start, to: period.end, cutoff },
      ...more,
    },
    {
      title: document.title,
      issuer: document.issuer,
      letterhead: null,
      monitor: document.monitor,
      number: null,
      signedDate: document.signedDate,
      printedDate: document.printedDate,
      addressees: document.addressees,
      cc: document.cc,
      disclosureMark: null,
      sealed: document.sealed ?? false,
      ...head,
    },
  );
}

/** Problems of named units as the ledger would hold them; what is said of unnamed units is nobody's problem. */
export function seedProblems(seed: Seed, channelOf: (id: string) => { id: string; name: string; kind: string } | null): ProblemRow[] {
  return seed.problems
    .filter((problem) => problem.unit !== null)
    .map((problem) => {
      const channel = channelOf(problem.channels[0] ?? '');
      const unit = problem.unit as string;
      return {
        id: problem.id,
        unit,
        unitPrinted: unit,
        channelId: channel?.id ?? null,
        channelKind: channel?.kind ?? null,
        channelName: channel?.name ?? null,
        category: problem.category,
        categoryName: problem.category,
        level: WARNINGS.includes(problem.category) ? 'warning' : 'problem',
        place: channel?.name ?? problem.column?.join('—') ?? problem.object ?? unit,
        object: problem.column === null && problem.found === null ? problem.object : null,
        error: problem.found === null ? null : { found: problem.found, expected: problem.expected },
        path: problem.column,
        limit: null,
        lastUpdate: null,
        foundOn: problem.detectedDate ?? seed.period.end,
        text: problem.text,
        rectified: 'not-stated',
        periods: 1,
        carriedOver: false,
        status: '已交办',
      } satisfies ProblemRow;
    });
}

const WARNINGS: readonly string[] = ['account_unfiled', 'account_not_cancelled', 'column_due_soon'];
