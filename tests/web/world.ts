import { loadOpening, loadRegister } from '../../samples/load.ts';
import { appendToLedger } from '../../src/app/ledger/append.ts';
import { type CalendarDate, instantOf } from '../../src/core/date.ts';
import { sha256 } from '../../src/core/id.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { type Fact, makeFact } from '../../src/evidence/fact.ts';
import type { BlobStore } from '../../src/evidence/store.ts';
import type { ProblemEvent } from '../../src/ledger/event.ts';
import { tell } from '../../src/ledger/ledger.fixture.ts';
import type { LedgerEntry } from '../../src/ledger/reconcile-input.ts';
import { auditDocument } from '../../src/notice/audit/audit.ts';
import { loadTemplates } from '../../src/notice/load-templates.ts';
import { fullMonth } from '../../src/notice/testing/fixtures.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { insertJudgement } from '../../src/store/judgements.ts';
import { insertNotice, insertNoticeFiles, issueNotice } from '../../src/store/notices.ts';
import { type PeriodVerdict, putPeriod, replaceVerdicts } from '../../src/store/periods.ts';
import { writeRegister } from '../../src/store/register.ts';
import { createRun, finishRunIfComplete } from '../../src/store/runs.ts';
import type { Db } from '../../src/store/schema.ts';
import type { Register } from '../../src/subjects/register.ts';
import { observation } from '../support/store-world.ts';

/** What a hostile page could put where a title should be. */
export const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
export const PERIODS = ['2022-10', '2022-11', '2022-12'] as const;

export interface World {
  areaId: string;
  register: Register;
  problemIds: string[];
  fact: Fact;
  noticeId: string;
}

/** 郎溪's register with three reckoned months, `problems` problems in every stage, a run, facts with kept bytes, a notice with files. */
export async function seedWorld(db: Db, blobs: BlobStore, options: { problems: number }): Promise<World> {
  const register = loadRegister('langxi-2022', 18080);
  await writeRegister(db, register);
  const areaId = register.units[0]?.areaId as string;
  for (const id of PERIODS) await reckon(db, areaId, id, register);
  const fact = await keepFact(db, blobs, register);
  await keepCondition(db, register);
  const entries = loadOpening(register)
    .problems.slice(0, 4)
    .map((_, i) => history(areaId, register, fact, i));
  const many = Array.from({ length: options.problems - entries.length }, (_, i) => history(areaId, register, fact, i + entries.length));
  const all = [...entries, ...many];
  await appendToLedger(db, [], {
    opened: all.map(({ problem, events }) => ({ problem, event: events[0] as ProblemEvent })),
    events: all.flatMap(({ events }) => events.slice(1)),
  });
  await runs(db, areaId, register);
  return { areaId, register, problemIds: all.map(({ problem }) => problem.id), fact, noticeId: await notice(db, blobs, areaId) };
}

const CUTOFFS: Record<(typeof PERIODS)[number], CalendarDate> = {
  '2022-10': '2022-10-27',
  '2022-11': '2022-11-27',
  '2022-12': '2022-12-27',
};

async function reckon(db: Db, areaId: string, id: (typeof PERIODS)[number], register: Register): Promise<void> {
  await putPeriod(db, { ...parsePeriod(id), areaId, cutoff: CUTOFFS[id], closedAt: null });
  const worse = PERIODS.length - PERIODS.indexOf(id);
  const row = (channelId: string, i: number): PeriodVerdict => {
    const verdict = i % 9 < worse ? 'fail' : i === 10 ? 'undecided' : i % 5 === 0 ? 'pass' : 'no_problem';
    return {
      areaId,
      periodId: id,
      channelId,
      verdict,
      reasons:
        verdict === 'fail'
          ? ['“本级政策解读—负责人解读”栏目超过半年未更新', '“财政专项资金管理和使用情况”3个子栏目超过半年未更新', '上月问题整改不彻底']
          : [],
      carryOver: verdict === 'fail' ? 'partly' : 'none',
      failedInARow: verdict === 'fail' ? 2 : 0,
      score: null,
      coverage: { run: 20, due: 22 },
      inBase: i !== 50,
      outside: i === 50 ? '未备案' : null,
      sheet: 'langxi-2022/1',
    };
  };
  await replaceVerdicts(
    db,
    areaId,
    id,
    [...register.sites, ...register.accounts].map(({ id: channel }, i) => row(channel, i)),
  );
}

async function keepFact(db: Db, blobs: BlobStore, register: Register): Promise<Fact> {
  const site = register.sites[0] as Register['sites'][number];
  const column = register.columns.find((one) => one.siteId === site.id) as Register['columns'][number];
  const blob = await blobs.put(Buffer.from(`<!doctype html><title>${HOSTILE}</title><p>政策解读</p>`));
  const fact = makeFact({
    kind: 'column-list',
    channelId: site.id,
    subjectId: column.id,
    at: instantOf('2022-11-25', '09:00'),
    source: column.url ?? site.url,
    how: 'http/1',
    blob,
    data: {
      columnId: column.id,
      url: column.url ?? site.url,
      outcome: 'ok',
      state: 'items',
      items: [],
      newestDate: '2022-05-06',
      undated: 0,
      pages: 1,
    },
  });
  await insertFacts(db, [fact]);
  return fact;
}

/** The first site in trouble, the second in order, as two looks a day apart; of the others nobody knows. */
async function keepCondition(db: Db, register: Register): Promise<void> {
  const [troubled, sound] = register.sites;
  if (!troubled || !sound) throw new Error('the register has too few sites');
  const certificate = {
    host: 'www.county.example',
    uses: 'https' as const,
    also: [],
    remarks: [],
    validFrom: '2022-01-01T00:00:00.000Z',
    validTo: '2023-01-08T00:00:00.000Z',
    issuer: 'Example CA',
    names: ['www.county.example'],
    nameCount: 1,
    protocol: 'TLSv1.3',
    httpsRedirect: true,
    reason: null,
  };
  const url = 'https://www.county.example/';
  const about = (site: { id: string }, day: CalendarDate) =>
    ({ channelId: site.id, subjectId: site.id, at: instantOf(day, '08:00'), source: url, how: 'http/1', blob: null }) as const;
  const insecure = [{ url: 'http://o.example/a.js', kind: 'active' as const, tag: 'script' }];
  const noAddress = { host: certificate.host, hasAAAA: false, reachable: 'no' as const, reason: 'no-aaaa' as const };
  await insertFacts(db, [
    makeFact({ kind: 'certificate', ...about(troubled, '2022-12-26'), data: { ...certificate, state: 'ok', daysLeft: 40 } }),
    makeFact({ kind: 'certificate', ...about(troubled, '2022-12-27'), data: { ...certificate, state: 'expires-soon', daysLeft: 12 } }),
    makeFact({ kind: 'address-family', ...about(troubled, '2022-12-27'), data: noAddress }),
    makeFact({ kind: 'mixed-content', ...about(troubled, '2022-12-27'), data: { url, count: 3, active: 1, insecure } }),
    makeFact({ kind: 'certificate', ...about(sound, '2022-12-27'), data: { ...certificate, state: 'ok', daysLeft: 200 } }),
    makeFact({
      kind: 'address-family',
      ...about(sound, '2022-12-27'),
      data: { ...noAddress, hasAAAA: true, reachable: 'yes', reason: null },
    }),
  ]);
}

const LONG =
  '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心）“财政专项资金管理和使用情况—资金管理制度”栏目超过半年未更新（最近一条 2022-05-05，截至 2022-11-27 已 206 天）';

/** One problem in one of seven stages; the first stands on kept evidence, the second quotes a hostile title. */
function history(areaId: string, register: Register, fact: Fact, i: number): LedgerEntry {
  const channel = i % 4 === 3 ? register.accounts[i % register.accounts.length] : register.sites[i === 0 ? 0 : i % register.sites.length];
  if (!channel) throw new Error('the register has no channels');
  const found = `2022-${i % 3 === 0 ? '10' : '11'}-${String(8 + (i % 14)).padStart(2, '0')}`;
  const evidence = [i === 0 ? fact.id : `fact_${i}`];
  const first: Parameters<typeof tell>[1] = ['found', 'machine', found, { data: { check: 'column-overdue', subject: `s${i}`, evidence } }];
  const unit = { by: { role: 'unit' as const, unitId: channel.unitId, name: '王某' } };
  const stages: Parameters<typeof tell>[1][] = [
    first,
    ['confirmed', 'office', '2022-11-25'],
    ['handed_over', 'office', '2022-11-28'],
    ['received', 'unit', '2022-11-29', unit],
    ['reported_fixed', 'unit', '2022-12-01', { ...unit, reason: '已更新，请复核。' }],
    ['rechecked_fixed', 'machine', '2022-12-05'],
    ['closed', 'office', '2022-12-06'],
  ];
  const fingerprint = sha256(`print ${i}`);
  return tell(
    {
      id: `problem_${sha256(String(i)).slice(0, 20)}`,
      areaId,
      unitId: channel.unitId,
      channelId: channel.id,
      category: channel.type === 'account' ? 'account_stale' : i % 5 === 0 ? 'broken_link' : 'column_overdue',
      fingerprint,
      placeLabel: channel.type === 'account' ? channel.name : '财政资金—财政专项资金管理和使用情况—资金管理制度',
      placeUrl: i === 1 ? 'javascript:window.hacked=1' : `http://127.0.0.1:18080/${i}/`,
      text: i === 1 ? HOSTILE : i % 6 === 0 ? LONG : '“本级政策解读—其他解读”栏目超过半年未更新（最近一条 2022-05-11）',
      measured: { path: '财政资金—资金管理制度', limit: 'P6M', lastUpdate: '2022-05-05', days: 206 },
      firstFoundOn: found,
      recurrenceOf: null,
    },
    ...stages.slice(0, i === 0 ? stages.length : 1 + (i % stages.length)),
  );
}

async function runs(db: Db, areaId: string, register: Register): Promise<void> {
  const targets = [...register.sites, ...register.accounts].map(({ id }, i) => ({ channelId: id, host: `host${i}` }));
  for (const day of ['2022-11-27', '2022-12-27']) {
    const run = await createRun(db, { areaId, day, kind: 'daily', createdAt: instantOf(day, '08:00'), targets });
    await db.updateTable('scanRun').set({ state: 'running' }).where('id', '=', run.id).execute();
    const open = day === '2022-12-27' ? 30 : 0;
    for (const [i, { channelId }] of targets.slice(open).entries()) {
      const state = i % 20 === 7 ? 'not-run' : 'done';
      await db
        .updateTable('scanTarget')
        .set({ state, reason: state === 'done' ? null : 'blocked' })
        .where('runId', '=', run.id)
        .where('channelId', '=', channelId)
        .execute();
    }
    await finishRunIfComplete(db, run.id, instantOf(day, '08:41'));
  }
  const seen = register.columns.slice(0, 60).map((column, i) =>
    observation(column.id, {
      channelId: column.siteId,
      ...(i < 50 ? {} : i < 56 ? { verdict: 'not-run', reason: 'blocked' } : { verdict: 'cannot-tell', reason: 'dates-contradict' }),
    }),
  );
  await insertJudgement(
    db,
    { areaId, id: 'judgement_1', day: '2022-12-27', sheet: 'langxi-2022/1', digest: 'd', madeAt: instantOf('2022-12-27', '09:00') },
    seen,
  );
}

async function notice(db: Db, blobs: BlobStore, areaId: string): Promise<string> {
  const snapshot = fullMonth(44);
  const template = (await loadTemplates()).get('monthly-monitoring');
  if (!template) throw new Error('no template');
  const document = template.build(snapshot);
  await insertNotice(db, {
    areaId,
    id: 'notice_1',
    periodId: '2022-12',
    template: template.id,
    state: 'draft',
    title: document.title,
    snapshot,
    snapshotHash: sha256(JSON.stringify(snapshot)),
    disagreements: auditDocument(document, snapshot),
    overrideReason: null,
    supersedes: null,
    createdAt: instantOf('2022-12-28', '09:00'),
    issuedAt: null,
  });
  const files = [
    ['docx', Buffer.from('PK docx')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['html', Buffer.from(`<!doctype html><title>预览</title><p>通报预览</p><script>top.hacked=1</script>`)],
  ] as const;
  for (const [format, content] of files)
    await insertNoticeFiles(db, [
      { noticeId: 'notice_1', format, blob: await blobs.put(content), fileName: `通报（2022年12月）.${format}`, bytes: content.length },
    ]);
  await issueNotice(db, 'notice_1', instantOf('2023-01-04', '09:00'), '经主任同意。');
  return 'notice_1';
}
