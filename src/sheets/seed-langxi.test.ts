import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CarryOverState } from '../core/carry-over.ts';
import { CHANNEL_VERDICT_NAMES } from '../core/channel-verdict.ts';
import { judgeChannel } from './judge-channel.ts';
import type { JudgedObservation } from './judged.ts';
import { loadSheets } from './load.ts';
import { passRate } from './pass-rate.ts';
import { sheetFor } from './resolve.ts';

const file = fileURLToPath(new URL('../../../shared/seeds/data/langxi-2022-12.json', import.meta.url));
const there = existsSync(file);
if (!there) console.warn('郎溪 2022-12 seed not found beside the repository: its rows are not compared');

interface SeedProblem {
  unit: string | null;
  channels: readonly string[];
  category: string;
  column: readonly string[] | null;
  threshold: string;
}
interface Seed {
  channels: readonly { id: string; kind: string; owner: string; verdictText: string }[];
  problems: readonly SeedProblem[];
  attachments: readonly { rows: readonly (readonly string[])[] }[];
}

/** The seed tells three children by their number; the register names them. */
function pathsOf(column: readonly string[]): string[][] {
  const parent = column.slice(0, -1);
  return /3个子栏目/.test(column.at(-1) ?? '') ? ['甲', '乙', '丙'].map((name) => [...parent, name]) : [[...column]];
}

function observationsOf(problems: readonly SeedProblem[]): JudgedObservation[] {
  const columns = problems.filter((p) => p.column !== null).flatMap((p) => pathsOf(p.column as string[]).map((path) => ({ p, path })));
  const rows = columns.map(({ p, path }): JudgedObservation => {
    const measured = { path: path.join('—'), parent: path.length > 1 ? path.slice(0, -1).join('—') : null, limit: p.threshold };
    const level = p.category === 'column_overdue' ? 'problem' : 'warning';
    const finding = {
      level,
      category: p.category,
      place: { label: '' },
      fingerprint: `${p.category} ${path}`,
      text: '',
      measured,
    } as const;
    const verdict = level === 'problem' ? 'fail' : 'pass';
    return {
      subjectId: path.join(),
      checkId: 'column-overdue',
      clause: 'DD-1.7',
      day: '2022-12-27',
      verdict,
      reason: null,
      findings: [finding],
    };
  });
  const clean: JudgedObservation = {
    subjectId: '另一栏目',
    checkId: 'column-overdue',
    clause: 'DD-1.7',
    day: '2022-12-27',
    verdict: 'pass',
    reason: null,
    findings: [],
  };
  return [...rows, clean];
}

function carryOverOf(problems: readonly SeedProblem[]): CarryOverState {
  if (problems.some((p) => p.category === 'carry_over_not_rectified')) return 'not';
  return problems.some((p) => p.category === 'carry_over_partly_rectified') ? 'partly' : 'none';
}

/** Quotation marks, one missing 栏目 and the comma between clauses vary in the print. */
const plain = (text: string): string => text.replace(/[“”，、]|栏目|本部门/g, '');

describe.skipIf(!there)('郎溪, December 2022, row by row', () => {
  const seed = (there ? JSON.parse(readFileSync(file, 'utf8')) : { channels: [], problems: [], attachments: [] }) as Seed;
  const sheet = sheetFor(loadSheets(), 'langxi', '2022-12-27');
  const sites = seed.channels.filter((channel) => channel.kind === 'disclosure_site');
  const judged = sites.map((channel) => {
    const problems = seed.problems.filter((p) => p.channels.includes(channel.id));
    return { channel, judgement: judgeChannel(sheet, 'disclosure_site', observationsOf(problems), carryOverOf(problems)) };
  });

  it('44 of 44 verdicts as printed', () => {
    expect(judged).toHaveLength(44);
    expect(judged.map(({ judgement }) => CHANNEL_VERDICT_NAMES[judgement.verdict])).toEqual(sites.map((channel) => channel.verdictText));
  });
  it('the lines of every row say what the printed cell says', () => {
    const printed = seed.attachments[0]?.rows.map((row) => plain(row[2] ?? ''));
    expect(judged.map(({ judgement }) => plain(judgement.reasons.join('，')))).toEqual(printed);
  });
  it('39 of 44 pass: 88.6 %', () => {
    const passing = judged.filter(({ judgement }) => judgement.verdict === 'pass' || judgement.verdict === 'no_problem').length;
    expect([passing, passRate(44, passing, 1, 0)]).toEqual([39, 88.6]);
  });
});
