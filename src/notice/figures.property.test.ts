import { describe, expect, it } from 'vitest';
import { auditDocument } from './audit/audit.ts';
import type { ChannelRow, Snapshot } from './snapshot.ts';
import { template as monthly } from './templates/monthly-monitoring.ts';
import { template as quarterly } from './templates/quarterly-accounts.ts';
import { account, problem, site, snapshot } from './testing/fixtures.ts';

/** Small generator of numbers, so that a failing case can be had again from its seed. */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function randomChannel(next: (n: number) => number, i: number): ChannelRow {
  const unit = `单位${next(30)}`;
  const verdict = (['no_problem', 'pass', 'fail', 'undecided'] as const)[next(4)] ?? 'pass';
  const reasons = verdict === 'no_problem' ? [] : [`第${i}处问题`];
  const carryOver = verdict === 'fail' ? (['none', 'partly', 'not'] as const)[next(3)] : 'none';
  const outside = next(10) === 0 ? { inBase: false, outside: '未备案' } : {};
  const more = { id: `c${i}`, verdict, reasons, carryOver, failedInARow: verdict === 'fail' ? 1 + next(4) : 0, ...outside };
  const kind = ['disclosure_site', 'wechat', 'weibo', 'douyin', 'app'][next(5)] ?? 'app';
  return kind === 'disclosure_site' ? site(unit, more) : account(unit, kind, `账号${i}`, more);
}

function randomSnapshot(seed: number): Snapshot {
  const next = generator(seed);
  const channels = Array.from({ length: next(120) }, (_, i) => randomChannel(next, i));
  const number = (): number | null => (next(8) === 0 ? null : next(50));
  const group = (name: string) => ({
    name,
    rows: Array.from({ length: next(40) }, (_, i) => ({ unit: `${name}${i}`, submitted: number(), approved: number(), errors: number() })),
  });
  const groups = Array.from({ length: 1 + next(3) }, (_, i) => group(`第${i}组`));
  const approved = groups.flatMap((g) => g.rows).reduce((sum, row) => sum + (row.approved ?? 0), 0);
  return snapshot({
    channels,
    problems: channels
      .filter((c) => c.verdict === 'fail')
      .map((c) => problem(c, c.type === 'site' ? 'column_overdue' : 'account_stale', `${c.id}的问题`)),
    volumes: { groups, portalTotal: approved, keyAreas: null, source: '门户网站' },
  });
}

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

describe('whatever the snapshot', () => {
  it('rows of the monthly attachments add up to the figures of the text', () => {
    for (const seed of SEEDS) {
      const state = randomSnapshot(seed);
      const document = monthly.build(state);
      const figure = (id: string): number | null => document.figures.find((f) => f.id === id)?.value ?? null;
      for (const kind of new Set(state.channels.filter((c) => c.inBase).map((c) => c.kind))) {
        const base = state.channels.filter((c) => c.inBase && c.kind === kind);
        const passing = base.filter((c) => c.verdict === 'pass' || c.verdict === 'no_problem');
        expect([seed, kind, figure(`${kind}.base`), figure(`${kind}.pass`)]).toEqual([seed, kind, base.length, passing.length]);
        expect((figure(`${kind}.pass`) ?? 0) + (figure(`${kind}.fail`) ?? 0) + (figure(`${kind}.undecided`) ?? 0)).toBe(base.length);
      }
      const printed = document.attachments.flatMap((a) => a.table.rows.flatMap((row) => row.from));
      expect(printed.toSorted()).toEqual(state.channels.map((c) => c.id).toSorted());
    }
  });

  it('rows of the quarterly attachment add up to the sums of the text', () => {
    for (const seed of SEEDS) {
      const state = randomSnapshot(seed);
      const document = quarterly.build(state);
      const rows = state.volumes?.groups.flatMap((group) => group.rows) ?? [];
      const total = (key: 'submitted' | 'approved'): number | null => {
        const stated = rows.map((row) => row[key]).filter((n) => n !== null);
        return stated.length === 0 ? null : stated.reduce((a, b) => a + b, 0);
      };
      const figure = (id: string): number | null | undefined => document.figures.find((f) => f.id === id)?.value;
      expect([seed, figure('volumes.submitted'), figure('volumes.approved')]).toEqual([seed, total('submitted'), total('approved')]);
    }
  });

  it('a document fresh from its template has no figure, word or row that disagrees', () => {
    for (const seed of SEEDS) {
      const state = randomSnapshot(seed);
      for (const template of [monthly, quarterly]) {
        const document = template.build(state);
        expect([seed, template.id, auditDocument(document, state, document)]).toEqual([seed, template.id, []]);
      }
    }
  });
});
