import { loadRegister } from '../../samples/load.ts';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import { instantOf } from '../../src/core/date.ts';
import { sha256 } from '../../src/core/id.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { auditDocument } from '../../src/notice/audit/audit.ts';
import { loadTemplates } from '../../src/notice/load-templates.ts';
import type { Snapshot } from '../../src/notice/snapshot.ts';
import { account, fullMonth, snapshot } from '../../src/notice/testing/fixtures.ts';
import { cangxi, cangxiSnapshot, langxi, langxiSnapshot } from '../../src/notice/testing/seed-snapshots.ts';
import { insertNotice } from '../../src/store/notices.ts';
import { putPeriod } from '../../src/store/periods.ts';
import { writeRegister } from '../../src/store/register.ts';
import type { Db } from '../../src/store/schema.ts';

export interface Workshop {
  areaId: string;
  /** A month of 44 sites: the real one where its facts are beside the checkout. */
  monthly: string;
  /** A quarter with volumes, so that rules propose whom to name. */
  quarterly: string;
}

/** A quarter whose rules name somebody, long names among them. */
const quarter = (): Snapshot =>
  snapshot({
    period: { kind: 'quarter', id: '2022-Q4', label: '2022年四季度', from: '2022-10-01', to: '2022-12-31', cutoff: '2022-12-31' },
    channels: [
      account('县丙局', 'wechat', '丙局发布'),
      account('乙镇', 'weibo', '乙镇发布', { verdict: 'fail', reasons: ['超过两周未更新'] }),
    ],
    volumes: {
      groups: [
        {
          name: '乡镇',
          rows: ['甲镇', '乙镇', '丙镇', '丁乡'].map((unit, i) => ({ unit, submitted: 9 - i, approved: 8 - 2 * i, errors: null })),
        },
        {
          name: '县直部门',
          rows: [
            { unit: '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心）', submitted: 7, approved: 6, errors: null },
            { unit: '县丙局', submitted: 2, approved: 1, errors: null },
            { unit: '县丁局', submitted: 1, approved: 0, errors: null },
          ],
        },
      ],
      portalTotal: 40,
      keyAreas: 9,
      source: '各单位报送',
    },
  });

/** 郎溪's register with two drafts, and nothing issued yet. */
export async function seedWorkshop(db: Db): Promise<Workshop> {
  const register = loadRegister('langxi-2022', 18080);
  await writeRegister(db, register);
  const areaId = register.units[0]?.areaId as string;
  for (const id of ['2022-12', '2022-Q4']) {
    const period = parsePeriod(id);
    await putPeriod(db, { ...period, areaId, cutoff: id === '2022-12' ? '2022-12-27' : period.to, closedAt: null });
  }
  const marked = (one: Snapshot): Snapshot => ({ ...one, document: { ...one.document, disclosureMark: '主动公开' } });
  const month = langxi ? langxiSnapshot(langxi) : fullMonth(44);
  const volumes = cangxi ? cangxiSnapshot(cangxi) : quarter();
  return {
    areaId,
    monthly: await draft(db, areaId, 'monthly', '2022-12', 'monthly-monitoring', marked(month)),
    quarterly: await draft(db, areaId, 'quarterly', '2022-Q4', 'quarterly-accounts', marked({ ...volumes, naming: null })),
  };
}

/** Keeps a snapshot as a draft of a template. */
export async function draft(db: Db, areaId: string, id: string, periodId: string, template: string, frozen: Snapshot): Promise<string> {
  const document = (await loadTemplates()).get(template)?.build(frozen);
  if (!document) throw new Error(`no template ${template}`);
  await insertNotice(db, {
    areaId,
    id: `notice_${id}`,
    periodId,
    template,
    state: 'draft',
    title: document.title,
    snapshot: frozen,
    snapshotHash: sha256(canonicalJson(frozen)),
    disagreements: auditDocument(document, frozen),
    overrideReason: null,
    supersedes: null,
    createdAt: instantOf('2022-12-28', '09:00'),
    issuedAt: null,
  });
  return `notice_${id}`;
}
