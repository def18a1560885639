import { describe, expect, it } from 'vitest';
import { shiquan, shiquanSnapshot } from '../../../tests/support/seeds/shiquan.ts';
import { xiangtan, xiangtanSnapshot } from '../../../tests/support/seeds/xiangtan.ts';
import { xinfeng, xinfengSnapshot } from '../../../tests/support/seeds/xinfeng.ts';
import { writeDocx } from '../../notice/docx/write-docx.ts';
import { HANDINGS, type Handing } from '../../notice/handing.ts';
import { loadTemplates } from '../../notice/load-templates.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { cangxi, cangxiSnapshot, langxi, langxiSnapshot } from '../../notice/testing/seed-snapshots.ts';
import { auditFile } from './audit-file.ts';

/** What our own notices say must stand before our own audit; one fact of a real office contradicts itself. */
const STALE = '苍溪县三川镇：2月16日监测到超过两周未更新内容，最新更新时间为2月11日 → 相隔5天';
const OURS: readonly (readonly [name: string, template: string, snapshot: Snapshot | null, said: readonly string[]])[] = [
  ['a made-up month', 'monthly-monitoring', fullMonth(), []],
  ['郎溪', 'monthly-monitoring', langxi && langxiSnapshot(langxi), []],
  ['苍溪', 'quarterly-accounts', cangxi && cangxiSnapshot(cangxi), [STALE]],
  ['湘潭', 'quarterly-check', xiangtan && xiangtanSnapshot(xiangtan), []],
  ['石泉', 'problems-and-requirements', shiquan && shiquanSnapshot(shiquan), []],
  ['信丰', 'monthly-report', xinfeng && xinfengSnapshot(xinfeng), []],
];

const KINDS = Object.keys(HANDINGS) as Handing[];
/** The same notice with its problems on 问题清单. */
const handedOver = (taken: Snapshot): Snapshot => ({
  ...taken,
  problems: taken.problems.map((row, i) => (row.level === 'problem' ? { ...row, handing: KINDS[i % KINDS.length] as Handing } : row)),
});

describe('a notice of ours before the audit of any notice', () => {
  it.each(OURS)('%s', async (name, id, snapshot, said) => {
    if (!snapshot) return console.warn(`SKIPPED: the facts of ${name} are not beside the checkout`);
    const template = (await loadTemplates()).get(id);
    if (!template) throw new Error(`no template ${id}`);
    for (const one of [snapshot, handedOver(snapshot)]) {
      const report = await auditFile(await writeDocx(template.build(one)), '通报.docx');
      const against = report.figures
        .filter(({ verdict }) => verdict === 'disagrees')
        .map(({ quote, recomputed }) => `${quote} → ${recomputed}`);
      // A line that stands in two tables is accused in both.
      expect([...new Set(against)]).toEqual(said);
    }
  });
});
