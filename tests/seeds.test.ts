import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judged } from './support/seeds/entry.ts';
import { seedsPage } from './support/seeds/page.ts';
import { seedSheets } from './support/seeds/sheets.ts';

const sheets = seedSheets();

describe.skipIf(!sheets)('figures of the five real notices', () => {
  it('docs/seeds.md is what they say today (else run: node scripts/boot.mjs script bench/seeds/write.ts)', () => {
    expect(readFileSync('docs/seeds.md', 'utf8')).toBe(seedsPage(sheets ?? []));
  });

  it('differ only where the notice contradicts itself or puts things out of order', () => {
    const differing = (sheets ?? []).flatMap((sheet) =>
      judged(sheet).flatMap(({ entry, verdict }) =>
        verdict === 'disagrees' ? [`${/^D\d/.exec(entry.why)?.[0] ?? ''} ${entry.what}`] : [],
      ),
    );
    expect(differing).toEqual([
      'D1 门户网站信息',
      'D2 名单所列账号与不合格账号',
      'D3 三川镇停更天数',
      'D4 末五位次序',
      ' 工作动态的次序',
      'D5 名单上单项否决的账号与不合格账号',
      'D6 统计到哪一天',
      'D7 信息公开网站合格',
      'D7 信息公开网站合格率',
      ' 附件2的标题',
    ]);
  });
});
