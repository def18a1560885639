import { describe, expect, it } from 'vitest';
import type { NoticeDocument } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { template as monthly } from '../templates/monthly-monitoring.ts';
import { template as quarterly } from '../templates/quarterly-accounts.ts';
import { fullMonth, site, snapshot } from '../testing/fixtures.ts';
import { cangxi, cangxiSnapshot, langxi, langxiSnapshot } from '../testing/seed-snapshots.ts';
import { auditDocument } from './audit.ts';
import { decideIssue } from './decide.ts';

const month = fullMonth();
const document = monthly.build(month);
const audit = (changed: NoticeDocument, state: Snapshot = month) => auditDocument(changed, state, monthly.build(state));
const kinds = (changed: NoticeDocument, state: Snapshot = month) => audit(changed, state).map((d) => `${d.severity} ${d.kind}`);

/** The document with the words of one paragraph replaced. */
function retype(original: NoticeDocument, id: string, runs: readonly Run[]): NoticeDocument {
  return { ...original, body: original.body.map((paragraph) => (paragraph.id === id ? { ...paragraph, runs } : paragraph)) };
}

describe('a document as its template builds it', () => {
  it('agrees with itself', () => {
    expect(audit(document)).toEqual([]);
  });

  it.skipIf(!langxi || !cangxi)('agrees with itself on the facts of real notices, save for what is to be shown', () => {
    const december = langxiSnapshot(langxi as NonNullable<typeof langxi>);
    const quarter = cangxiSnapshot(cangxi as NonNullable<typeof cangxi>);
    const shown = auditDocument(quarterly.build(quarter), quarter, quarterly.build(quarter));
    expect(shown.map((d) => [d.kind, d.severity])).toEqual([['outside-table', 'warns']]);
    expect(shown[0]?.message).toContain('1043条');
    // Its own printed date: signed the day after the cut-off, before the month was over.
    expect(audit(monthly.build(december), december).map((d) => [d.kind, d.severity])).toEqual([['date', 'warns']]);
  });
});

describe('figures', () => {
  const changed = { ...document, figures: document.figures.map((f) => (f.id === 'disclosure_site.pass' ? { ...f, value: 8 } : f)) };

  it('reports a bound figure that is not what its rows give, with the rows', () => {
    const found = audit(changed).find((d) => d.figure === 'disclosure_site.pass');
    expect(found).toMatchObject({ kind: 'figure', severity: 'blocks', stated: '8家', recomputed: '9家', place: 'overview.rates' });
    expect(found?.message).toContain('附件1共12行，符合的9行');
  });

  it('reports a figure without a source and refuses it', () => {
    expect(kinds(retype(document, 'overview.rates', [{ figure: 'gone' }]))).toContain('refused missing');
  });

  it('blocks a typed number that means nothing we know', () => {
    const changed = retype(document, 'overview.stock', [{ text: '开展培训17次。' }]);
    expect(audit(changed).find((d) => d.kind === 'typed-figure')).toMatchObject({ severity: 'blocks', stated: '17次', recomputed: null });
  });

  it('only asks to bind a typed number that agrees', () => {
    const changed = retype(document, 'overview.rates', [{ text: '信息公开网站合格9家。' }]);
    expect(audit(changed).find((d) => d.kind === 'typed-figure')).toMatchObject({ severity: 'warns', figure: 'disclosure_site.pass' });
  });

  it('leaves demands, dates, document numbers and names alone', () => {
    const text = '请于2023年1月11日前、每周更新不少于1次，按《办法》（国办发〔2019〕19号）办理，“12345热线3条”除外。';
    const changed = retype(document, 'requirements.1', [{ text }]);
    expect(audit(changed)).toEqual([]);
  });
});

describe.skipIf(!langxi)('郎溪 with the printed 36 and 87.8 %', () => {
  const december = langxi ? { ...langxiSnapshot(langxi), previous: { label: '11月', bases: { disclosure_site: 41 } } } : month;
  const right = monthly.build(december);
  const typed = retype(right, 'overview.rates', [
    { text: '本月全县信息公开网站纳入统计41家，合格36家，合格率87.8%；政务微信合格29个，合格率100%。' },
  ]);
  const found = audit(typed, december);

  it('gives 39 of 44 and 88.6 %', () => {
    const by = (stated: string) => found.find((d) => d.stated === stated);
    expect(by('36家')).toMatchObject({ severity: 'blocks', recomputed: '39家', figure: 'disclosure_site.pass' });
    expect(by('36家')?.message).toContain('附件1共44行，符合的39行');
    expect(by('87.8%')).toMatchObject({ severity: 'blocks', recomputed: '88.6%' });
    expect(by('87.8%')?.message).toContain('39家 ÷ 44家');
    expect(by('41家')).toMatchObject({ severity: 'blocks', recomputed: '44家' });
    expect(by('41家')?.message).toContain('与11月通报的基数相同');
    expect(by('29个')).toMatchObject({ severity: 'warns', figure: 'wechat.pass' });
  });

  it('finds the same when the bound figures are overridden, and that the base is the last notice’s', () => {
    const values: Record<string, number> = { 'disclosure_site.base': 41, 'disclosure_site.pass': 36, 'disclosure_site.rate': 87.8 };
    const changed = { ...right, figures: right.figures.map((f) => ({ ...f, value: values[f.id] ?? f.value })) };
    const result = audit(changed, december);
    expect(result.filter((d) => d.kind === 'figure').map((d) => [d.stated, d.recomputed])).toEqual([
      ['41家', '44家'],
      ['36家', '39家'],
      ['87.8%', '88.6%'],
    ]);
    expect(result.find((d) => d.kind === 'base')?.message).toContain('疑似沿用上期基数');
  });

  it('is not issued until accepted with a reason', () => {
    expect(decideIssue(found, null).issue).toBe(false);
    expect(decideIssue(found, '  ').issue).toBe(false);
    const decision = decideIssue(found, '主任核定，按原统计口径印发');
    expect(decision).toMatchObject({ issue: true, accepted: { reason: '主任核定，按原统计口径印发' } });
    expect(decision.accepted?.disagreements).toEqual(decision.blocking);
  });
});

describe('words and tables', () => {
  it('reports a unit that is not in the snapshot', () => {
    const changed = retype(document, 'problems.sites.columns', [{ quoted: '县戌局' }, { text: '有栏目超过规定时限未更新。' }]);
    expect(audit(changed).find((d) => d.kind === 'quoted')).toMatchObject({ stated: '县戌局', severity: 'blocks' });
  });

  it('reports a title that differs between list and table, and a missing or surplus one', () => {
    const [first = '', ...rest] = document.attachmentList;
    expect(kinds({ ...document, attachmentList: [first.slice(0, -1), ...rest] })).toEqual(['blocks attachment-title']);
    expect(kinds({ ...document, attachmentList: rest })).toHaveLength(4);
    expect(kinds({ ...document, attachmentList: [...document.attachmentList, '多余'] })).toEqual(['blocks attachment-title']);
  });

  it('reports a cell changed by hand, and the figure that no longer agrees', () => {
    const edit = (verdict: string) => ({
      ...document,
      attachments: document.attachments.map((a, i) =>
        i > 0
          ? a
          : { ...a, table: { ...a.table, rows: a.table.rows.map((r, j) => (j === 1 ? { ...r, cells: { ...r.cells, verdict } } : r)) } },
      ),
    });
    const found = audit(edit('合格'));
    expect(found.find((d) => d.kind === 'attachment-row')).toMatchObject({ stated: '合格', recomputed: '不合格', place: '附件1' });
    expect(found.filter((d) => d.kind === 'figure').map((d) => [d.figure, d.recomputed])).toContainEqual(['disclosure_site.fail', '1家']);
  });

  it('reports a row left out', () => {
    const shorter = {
      ...document,
      attachments: document.attachments.map((a, i) => (i > 0 ? a : { ...a, table: { ...a.table, rows: a.table.rows.slice(1) } })),
    };
    expect(audit(shorter).find((d) => d.kind === 'attachment-row')?.message).toContain('缺少第1行');
  });
});

describe('dates', () => {
  const dated = (signed: string | null, printed: string | null) =>
    kinds(
      monthly.build(fullMonth(12, { signedDate: signed, printedDate: printed })),
      fullMonth(12, { signedDate: signed, printedDate: printed }),
    );
  it.each([
    ['printed the day before it was signed', '2023-01-04', '2023-01-03', ['refused date']],
    ['printed on the day it was signed', '2023-01-04', '2023-01-04', []],
    ['signed on the last day of the period', '2022-12-31', null, []],
    ['signed the day before the period ends', '2022-12-30', null, ['warns date']],
    ['signed before the cut-off', '2022-12-26', null, ['blocks date', 'warns date']],
    ['not signed', null, null, ['blocks date']],
  ])('%s', (_, signed, printed, expected) => {
    expect(dated(signed, printed)).toEqual(expected);
  });

  it('reports a cut-off in the text that is not the snapshot’s', () => {
    const changed = (text: string) => kinds(retype(document, 'overview.stock', [{ text }]));
    expect(changed('统计截至12月20日。')).toEqual(['blocks cutoff']);
    expect(changed('统计截至2022年12月27日，截至12月27日。')).toEqual([]);
  });
});

describe('populations', () => {
  it.each([
    ['base as last month while the register has more', 2, 1, true],
    ['base as last month and as the register', 2, 2, false],
  ])('%s', (_, before, stated, warned) => {
    const state = snapshot({ channels: [site('甲'), site('乙')], previous: { label: '11月', bases: { disclosure_site: stated } } });
    const built = monthly.build(state);
    const changed = { ...built, figures: built.figures.map((f) => (f.id === 'disclosure_site.base' ? { ...f, value: stated } : f)) };
    expect(before).toBe(2);
    expect(kinds(changed, state).includes('warns base')).toBe(warned);
  });

  it('reports a ledger that does not add up', () => {
    const state = { ...month, stock: { opening: 2, found: 4, reopened: 1, closed: 3, closing: 5 } };
    expect(audit(monthly.build(state), state)).toMatchObject([{ kind: 'stock', severity: 'blocks', stated: '5个', recomputed: '4个' }]);
  });

  it.each([
    [12, []],
    [20, ['warns outside-table']],
    [11, ['blocks outside-table']],
  ])('portal total %i against 12 in the table', (portalTotal, expected) => {
    const rows = [{ unit: '甲镇', submitted: 12, approved: 12, errors: null }];
    const volumes = { groups: [{ name: '乡镇', rows }], portalTotal, keyAreas: null, source: '门户网站' };
    const state = snapshot({ volumes });
    expect(auditDocument(quarterly.build(state), state).map((d) => `${d.severity} ${d.kind}`)).toEqual(expected);
  });
});
