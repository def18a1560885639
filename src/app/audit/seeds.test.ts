import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditFile } from './audit-file.ts';
import type { AuditFigure } from './report.ts';

const NOTICES = join(import.meta.dirname, '../../../../shared/seeds/notices');
const present = existsSync(NOTICES);
if (!present) console.warn('SKIPPED: the five seed notices are not here, their disagreements were not looked for');

const audit = (name: string) => auditFile(readFileSync(join(NOTICES, `${name}.md`)), `${name}.md`);
const shown = (figures: readonly AuditFigure[]) => figures.map(({ stated, recomputed }) => `${stated.slice(-16)} → ${recomputed}`);

describe.skipIf(!present)('the five seed notices', () => {
  it.each([
    // D1, D2, D3
    ['cangxi-2020-q1', ['2131条 → 1317条', '70.7% → 68.3%', /→ 相隔5天/]],
    // D4
    ['xinfeng-2024-04', [/末五位 → .*、县水利局、县市场监督管理局、统调队$/]],
    // D5
    ['xiangtan-2022-q3', ['99.11% → 98.21%']],
    // D6
    ['shiquan-2023-q1', ['2023年3月15日 → 不早于2023年3月31日']],
    // D7 and the slip in the title
    ['langxi-2022-12', ['36家 → 39家', '87.8% → 88.6%', /监测情 → 12月份政务微博微信监测情况$/]],
  ])('%s: its disagreements and no others', async (name, expected) => {
    const { figures } = await audit(name);
    const wrong = shown(figures.filter(({ verdict }) => verdict === 'disagrees'));
    expect(wrong).toHaveLength(expected.length);
    expect(wrong).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
  });

  it('readings that would explain them are told', async () => {
    const said = async (name: string): Promise<string> =>
      (await audit(name)).figures.flatMap(({ explanations }) => explanations).join('\n');
    expect(await said('langxi-2022-12')).toContain('如果基数是41，则为87.8%');
    expect(await said('cangxi-2020-q1')).toMatch(/合计为1088条[\s\S]*的1行，则为12[\s\S]*相隔5天/);
    expect(await said('xiangtan-2022-q3')).toContain('未纳入基数112');
    expect(await said('xinfeng-2024-04')).toContain('单位相同，次序不同');
  });

  // cross-checks.md, section 1, without the rows marked "not checkable" and "not stated".
  it('at least 90 % of the figures that can be checked are', async () => {
    const wanted: Readonly<Record<string, readonly string[]>> = {
      'cangxi-2020-q1': ['2131条', '41个', '13个', '28个', '70.7%', ...new Array<string>(16).fill('超过两周')],
      'xinfeng-2024-04': ['20160条', '3652条', '2162条', '16个', '末五位', ...new Array<string>(56).fill('完成比例')],
      'xiangtan-2022-q3': ['99.11%', '100%', '六个', '六大', '2种形式', '1种形式', '1种形式'],
      'shiquan-2023-q1': ['4个', '2023年3月15日'],
      'langxi-2022-12': ['36家', '87.8%', '29家', '100%', '6家', '100%', '4家', '100%', '1家', '100%', '监测情'],
    };
    let checked = 0;
    let all = 0;
    for (const [name, list] of Object.entries(wanted)) {
      const left = (await audit(name)).figures.filter(({ verdict }) => verdict !== 'cannot-check').map(({ quote }) => quote);
      for (const words of list) {
        const at = left.findIndex((quote) => quote.includes(words));
        if (at >= 0) left.splice(at, 1);
        checked += at >= 0 ? 1 : 0;
        all += 1;
      }
    }
    expect(all).toBe(102);
    expect(checked / all).toBeGreaterThanOrEqual(0.9);
  });
});
