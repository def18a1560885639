import { existsSync, readFileSync } from 'node:fs';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { account, problem, site, snapshot } from './fixtures.ts';

/** Facts of two real notices as used by tests; they lie beside the checkout and may be absent. */
const FOLDER = new URL('../../../../shared/seeds/data/', import.meta.url);

interface Seed {
  document: { title: string; issuer: string; signedDate: string; printedDate: string | null; addressees: string[] };
  channels: {
    id: string;
    kind: string;
    owner: string;
    name: string | null;
    level: string | null;
    verdict: string | null;
    lastMonthRectification: string;
  }[];
  problems: {
    id: string;
    ref: string;
    scope: string;
    unit: string | null;
    channels: string[];
    column: string[] | null;
    category: string;
    text: string;
    detectedDate: string | null;
    lastUpdateDate: string | null;
    rectified: string;
    carriedOver: string;
  }[];
  figures: { unit: string; submitted: number | null; approved: number | null; errors: number | null }[];
  units: { name: string; group: string | null }[];
  attachments: { title: string; rows: string[][] }[];
}

const read = (name: string): Seed | null => {
  const file = new URL(`${name}.json`, FOLDER);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Seed) : null;
};

export const langxi = read('langxi-2022-12');
export const cangxi = read('cangxi-2020-q1');
if (!langxi || !cangxi) console.warn('SKIPPED: the facts of the real notices are not beside this checkout; tests on them do not run');

const rectified = (text: string): ProblemRow['rectified'] => (text === 'not_stated' ? 'not-stated' : (text as ProblemRow['rectified']));

/** 郎溪 December 2022: 44 sites, 40 accounts, verdicts and problem lines as the printed attachments hold them. */
export function langxiSnapshot(seed: Seed): Snapshot {
  const names: Record<string, string> = { wechat: '微信', weibo: '微博', douyin: '抖音', app: 'APP' };
  const [siteRows] = seed.attachments;
  const channels = seed.channels
    .filter((c) => c.kind === 'disclosure_site' || c.kind in names)
    .filter((c) => c.verdict !== null)
    .map((c) => {
      const verdict = c.verdict as 'no_problem' | 'pass' | 'fail';
      if (c.kind !== 'disclosure_site') {
        const unitPrinted = seed.attachments[1]?.rows.find((r) => [r[2], r[5]].includes(c.name ?? ''))?.[1] ?? c.owner;
        return account(c.owner, c.kind, c.name ?? '', { id: c.id, verdict, unitPrinted });
      }
      const row = siteRows?.rows.find((r) => r[0]?.startsWith(c.owner)) ?? [];
      const carryOver = ({ partly_rectified: 'partly', not_rectified: 'not' } as const)[c.lastMonthRectification] ?? 'none';
      const failedInARow = verdict === 'fail' ? (['县人社局', '县公安局'].includes(c.owner) ? 3 : 1) : 0;
      return site(c.owner, { id: c.id, unitPrinted: row[0] ?? c.owner, verdict, reasons: row[2] ? [row[2]] : [], carryOver, failedInARow });
    });
  const byId = new Map(channels.map((c) => [c.id, c]));
  const problems = seed.problems.flatMap((p) => {
    const channel = byId.get(p.channels[0] ?? '');
    if (!channel || p.unit === null) return [];
    const level = p.category === 'column_due_soon' ? 'warning' : 'problem';
    return [problem(channel, p.category, p.text, { id: p.id, path: p.column, level, rectified: rectified(p.rectified) })];
  });
  return snapshot(
    { area: '郎溪县', channels, problems },
    { ...headOf(seed), letterhead: null, number: null, monitor: '县政府信息中心', cc: [], disclosureMark: null, printedDate: null },
  );
}

/** 苍溪 first quarter 2020: 41 accounts of which 13 rows list problems, and the volumes of 72 units. */
export function cangxiSnapshot(seed: Seed): Snapshot {
  const kinds: Record<string, string> = { weibo: '政务微博', wechat: '政务微信' };
  const duplicate = new Set(seed.problems.filter((p) => p.category === 'account_duplicate').flatMap((p) => p.channels));
  const printed = new Map(seed.attachments[1]?.rows.map((row) => [row[1] ?? '', row]));
  const listed = seed.channels
    .filter((c) => c.kind in kinds && c.id !== 'weibo:平安苍溪' && c.id !== 'wechat:苍溪教科')
    .map((c) => {
      const unitPrinted =
        printed.get(c.name ?? '')?.[2] ?? [...printed.values()].find((row) => row[1]?.includes(c.name ?? ''))?.[2] ?? c.owner;
      const verdict = duplicate.has(c.id) ? 'pass' : 'fail';
      return account(c.owner, c.kind, c.name ?? '', { id: c.id, unitPrinted, kindName: kinds[c.kind] ?? '', level: c.level, verdict });
    });
  const rest = (kind: string, total: number) =>
    Array.from({ length: total - listed.filter((c) => c.kind === kind).length }, (_, i) =>
      account(`县第${i + 1}单位`, kind, `${kind}账号${i + 1}`, { kindName: kinds[kind] ?? '', verdict: 'no_problem' }),
    );
  const byId = new Map(listed.map((c) => [c.id, c]));
  const problems = seed.problems
    .filter((p) => p.scope === 'unit' && p.ref.startsWith('att2'))
    .flatMap((p) =>
      p.channels.flatMap((id) => {
        const channel = byId.get(id);
        if (!channel) return [];
        const level = p.category === 'account_duplicate' ? 'warning' : 'problem';
        return [problem(channel, p.category, p.text, { id: `${p.id}:${id}`, level, rectified: rectified(p.rectified) })];
      }),
    );
  const group = (name: string) => seed.units.filter((u) => u.group === name).map((u) => u.name);
  const rows = (units: string[]) =>
    seed.figures
      .filter((f) => units.includes(f.unit))
      .map(({ unit, submitted, approved, errors }) => ({ unit, submitted, approved, errors }));
  return snapshot(
    {
      area: '苍溪县',
      period: { kind: 'quarter', id: '2020-Q1', label: '2020年一季度', from: '2020-01-01', to: '2020-03-31', cutoff: '2020-03-31' },
      channels: [
        ...listed.filter((c) => c.kind === 'weibo'),
        ...rest('weibo', 13),
        ...listed.filter((c) => c.kind === 'wechat'),
        ...rest('wechat', 28),
      ],
      problems,
      volumes: {
        groups: [
          { name: '乡镇', rows: rows(group('乡镇')) },
          { name: '县级部门', rows: rows(group('县级部门')) },
        ],
        portalTotal: 2131,
        keyAreas: 710,
        source: '苍溪县人民政府门户网站',
      },
    },
    { ...headOf(seed), letterhead: '苍溪县人民政府办公室', number: '苍府办〔2020〕7号', monitor: null, cc: [], disclosureMark: null },
  );
}

const headOf = (seed: Seed) => ({
  title: seed.document.title,
  issuer: seed.document.issuer,
  signedDate: seed.document.signedDate,
  printedDate: seed.document.printedDate,
  addressees: seed.document.addressees,
});
