import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maskDocument } from '../src/notice/mask-personal.ts';
import { publicCopy } from '../src/notice/public-copy.ts';
import type { Contact, Snapshot } from '../src/notice/snapshot.ts';
import { template as monthlyMonitoring } from '../src/notice/templates/monthly-monitoring.ts';
import { template as monthlyReport } from '../src/notice/templates/monthly-report.ts';
import { template as problemsAndRequirements } from '../src/notice/templates/problems-and-requirements.ts';
import { template as quarterlyAccounts } from '../src/notice/templates/quarterly-accounts.ts';
import { template as quarterlyCheck } from '../src/notice/templates/quarterly-check.ts';
import { cangxi, cangxiSnapshot, langxi, langxiSnapshot } from '../src/notice/testing/seed-snapshots.ts';
import { judged } from './support/seeds/entry.ts';
import { seedsPage } from './support/seeds/page.ts';
import { seedSheets } from './support/seeds/sheets.ts';
import { shiquan, shiquanSnapshot } from './support/seeds/shiquan.ts';
import { xiangtan, xiangtanSnapshot } from './support/seeds/xiangtan.ts';
import { xinfeng, xinfengSnapshot } from './support/seeds/xinfeng.ts';

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

describe.skipIf(!langxi || !cangxi || !shiquan || !xiangtan || !xinfeng)('public copies of the five notices (S05, N19)', () => {
  const CONTACT: Contact = { matter: '政务公开工作', name: '欧阳试用', phone: '0731-52180001', qq: '123456789' };
  const TYPED = '有疑问请拨打电话52180002，或加QQ：987654321。';
  it.each([
    ['郎溪', monthlyMonitoring, () => langxiSnapshot(langxi as never)],
    ['苍溪', quarterlyAccounts, () => cangxiSnapshot(cangxi as never)],
    ['石泉', problemsAndRequirements, () => shiquanSnapshot(shiquan as never)],
    ['湘潭', quarterlyCheck, () => xiangtanSnapshot(xiangtan as never)],
    ['信丰', monthlyReport, () => xinfengSnapshot(xinfeng as never)],
  ])('%s: no phone number, QQ or contact of a person', (_, template, make) => {
    const frozen = make();
    const contacts = [...(frozen.document.contacts ?? []), CONTACT];
    const requirements = [...frozen.document.requirements, { heading: '联系', text: TYPED, due: null }];
    const snapshot: Snapshot = { ...frozen, document: { ...frozen.document, contacts, requirements } };
    const whole = JSON.stringify(template.build(snapshot));
    const copy = JSON.stringify(maskDocument(publicCopy(template.build(snapshot))));
    const personal = contacts.flatMap(({ name, phone, qq }) => [name, phone, qq]).filter((words) => words !== null);
    for (const words of [...personal, '52180002', '987654321']) {
      expect(whole).toContain(words);
      expect(copy).not.toContain(words);
    }
  });
});
