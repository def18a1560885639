import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { issueNotice } from '../../src/app/notices/issue-notice.ts';
import { closePeriod } from '../../src/app/periods/close-period.ts';
import type { notice as noticeShown } from '../../src/contract/endpoints/notice.ts';
import type { noticeFigure } from '../../src/contract/endpoints/notice-figure.ts';
import type { problem } from '../../src/contract/endpoints/problem.ts';
import type { trail } from '../../src/contract/endpoints/trail.ts';
import { instantOf } from '../../src/core/date.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { fullMonth, problem as printed, site } from '../../src/notice/testing/fixtures.ts';
import { insertDespite } from '../../src/store/notice-despite.ts';
import { findPeriod, putPeriod } from '../../src/store/periods.ts';
import { listEvents } from '../../src/store/problem-events.ts';
import type { SignedIn } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { machineFinds, seedDesk } from './desk-world.ts';
import { type Served, serveApp } from './serve.ts';
import { draft } from './workshop.ts';

const { county, housing } = WORLD;
const FOUND = 3;
let served: Served;
let factId: string;
let editor: SignedIn;
let second: SignedIn;
let third: SignedIn;
let firm: SignedIn;
let centre: SignedIn;
let unit: SignedIn;
beforeAll(async () => {
  served = await serveApp(null);
  factId = await seedDesk(served.app);
  await comeTo('2022-12-28');
});
/** Another day: everybody signs in. */
async function comeTo(day: string): Promise<void> {
  served.app.now = () => instantOf(day, '10:00');
  editor = await served.as({ areaId: county.id });
  second = await served.as({ name: '赵主任', areaId: county.id });
  third = await served.as({ name: '钱主任', areaId: county.id });
  centre = await served.as({ name: '李强', role: 'centre', areaId: county.id });
  unit = await served.as({ name: '周工', role: 'unit', areaId: county.id, unitId: housing.id });
  firm = await served.as({ name: '某某测评公司', role: 'third_party', areaId: county.id });
}
afterAll(() => served?.stop());

async function call<T = { ok: true }>(who: SignedIn, path: string, body?: object): Promise<T> {
  const response = await ask(who, path, body);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}
function ask(who: SignedIn, path: string, body?: object): Promise<Response> {
  const json = { 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers: json, body: JSON.stringify(body) } : {};
  return who.fetch(`/api/areas/${county.id}${path}`, init);
}
const trailOf = async (thing: string) =>
  (await call<z.output<(typeof trail)['output']>>(editor, `/trail?thing=${thing}`)).rows.map(({ act, name, outcome }) => [
    act,
    name,
    outcome,
  ]);

it('a number of an issued notice leads to the rows, their entries in the ledger, the acts and who asked for them (S06, U03, U04)', async () => {
  const ids = await machineFinds(served.app, factId, Array(FOUND).fill({ category: 'guide_error' }));
  await call(centre, '/desk-reviews', { problemIds: ids, order: { act: 'confirmed' } });
  await putPeriod(served.app.db, { ...parsePeriod('2022-12'), areaId: county.id, cutoff: '2022-12-27', closedAt: null });
  const place = site(housing.name, { verdict: 'fail' });
  const month = fullMonth(FOUND);
  const problems = ids.map((id, i) => printed(place, 'guide_error', `联系电话有误${i}`, { id, handing: 'first' }));
  const noticeId = await draft(served.app.db, county.id, 'traced', '2022-12', 'monthly-monitoring', {
    ...month,
    channels: [...month.channels, place],
    problems,
  });
  await served.app.db.updateTable('notice').set({ disagreements: '[]' }).where('id', '=', noticeId).execute();
  const decision = { version: 0, note: null };
  await call(editor, `/notices/${noticeId}/submit`, decision);
  await call(second, `/notices/${noticeId}/review`, { ...decision, approve: true });
  for (const who of [centre, unit]) {
    const refused = await who.fetch(`/api/areas/${county.id}/notices/${noticeId}/issue`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(decision) },
    });
    expect(refused.status, 'neither centre nor unit issues').toBe(403);
  }
  await call(editor, `/notices/${noticeId}/issue`, decision);
  await call(unit, '/problems/receive', { problemIds: ids });

  const notice = await call<{ figures: { id: string; printed: string }[] }>(editor, `/notices/${noticeId}`);
  const traced = new Set<string>();
  for (const { id, printed: number } of notice.figures) {
    const figure = await call<z.output<(typeof noticeFigure)['output']>>(editor, `/notices/${noticeId}/figures/${encodeURIComponent(id)}`);
    expect(figure.printed).toBe(number);
    expect(figure.how, 'every number says how it came about').not.toBe('');
    for (const row of figure.rows) for (const one of row.problems) traced.add(one);
  }
  expect([...traced].toSorted()).toEqual(ids.toSorted());

  for (const id of traced) {
    const { events } = await call<z.output<(typeof problem)['output']>>(editor, `/problems/${id}`);
    expect(events.map(({ act, by }) => [act.code, by.name])).toEqual([
      ['found', '明察'],
      ['confirmed', '李强'],
      ['handed_over', '王敏'],
      ['received', '周工'],
    ]);
    expect(events[0]?.evidence, 'what the finding rests on').toHaveLength(1);
    // Acts on many at once are found under each of them.
    expect(await trailOf(id)).toEqual([
      ['problem-receive', '周工', 'ok'],
      ['desk-review', '李强', 'ok'],
    ]);
  }
  expect(await trailOf(noticeId)).toEqual([
    ['notice-issue', '王敏', 'ok'],
    ['notice-review', '赵主任', 'ok'],
    ['notice-submit', '王敏', 'ok'],
  ]);
});

/** The draft of December and the problems it hands over, for what comes after. */
let last = { id: '', version: 0, note: null, problems: [] as string[] };

/** A month from closing to the draft that waits for its issue. */
async function draftOf(period: string, cutoff: string): Promise<{ id: string; version: number; note: null }> {
  await call(editor, `/periods/${period}/close`, { cutoff });
  const wanted = { period, template: 'monthly-monitoring', title: `关于${period}监测情况的通报`, signedDate: cutoff };
  const { id } = await call<{ id: string }>(editor, '/notices', wanted);
  return { id, version: 0, note: null };
}
async function approve({ id, ...decision }: { id: string; version: number; note: null }): Promise<void> {
  await call(editor, `/notices/${id}/submit`, decision);
  await call(second, `/notices/${id}/review`, { ...decision, approve: true });
}
type Read = z.output<(typeof noticeShown)['output']>;
const listOf = async (id: string): Promise<string[][]> => {
  const { attachments } = await call<Read>(editor, `/notices/${id}`);
  const table = attachments.find((one) => one.table.id === 'problem-list')?.table;
  return table?.rows.map(({ cells }) => table.columns.slice(1).map(({ key }) => cells[key] ?? '')) ?? [];
};
const handedOverBy = async (id: string, problems: readonly string[]): Promise<string[]> => {
  const histories = await Promise.all(problems.map((one) => call<z.output<(typeof problem)['output']>>(editor, `/problems/${one}`)));
  return problems.filter((_, i) => histories[i]?.events.some(({ act, notice }) => act.code === 'handed_over' && notice?.id === id));
};

it('P08: what a third party found is handed over in November by the list that prints it, and stands in December with the same ids', async () => {
  await comeTo('2023-11-27');
  const entered = ['办事指南', '领导信息', '机构职能', '政策解读', '通知公告', '联系我们'].map((placeLabel) =>
    call<{ problemId: string }>(firm, '/raw-findings', {
      ...{ unitId: housing.id, channelId: WORLD.site.id, category: 'text_error' },
      ...{ placeLabel, text: `${placeLabel}页有错别字`, foundOn: '2023-11-25' },
    }),
  );
  const ids = (await Promise.all(entered)).map(({ problemId }) => problemId);
  const [slip = '', ...five] = ids.toReversed();
  await call(centre, '/desk-reviews', { problemIds: ids, order: { act: 'confirmed' } });
  const quiet = {
    unitId: WORLD.town.id,
    channelId: WORLD.account.id,
    category: 'account_low_output',
    text: '近30天仅发布2条',
    foundOn: '2023-11-25',
  };
  const { problemId: weakness } = await call<{ problemId: string }>(firm, '/raw-findings', quiet);
  await call(centre, '/desk-reviews', { problemIds: [weakness], order: { act: 'rejected', code: 'weakness' } });

  await comeTo('2023-11-30');
  const november = await draftOf('2023-11', '2023-11-28');
  expect((await listOf(november.id)).filter(([, , , , , , state]) => state === '本次交办')).toHaveLength(ids.length);
  const site = (await call<Read>(editor, `/notices/${november.id}`)).attachments[0]?.table.rows[0]?.cells;
  expect(site?.problems, 'the table of sites does not call clean what the list hands over').toContain('办事指南页有错别字');
  const words = JSON.stringify((await call<Read>(editor, `/notices/${november.id}`)).body);
  expect(words, 'V08: a weakness is told in the text and handed over to nobody').toContain('发布量偏少或原创偏少');
  expect(JSON.stringify(await listOf(november.id))).not.toContain('近30天仅发布2条');
  // Meanwhile one of them is withdrawn: it is not handed over, and the others are not without a new look.
  await approve(november);
  await call(editor, '/problems/decide', { problemIds: [slip], decision: 'withdrawn', reason: '第三方看错了页面' });
  const refused = await ask(editor, `/notices/${november.id}/issue`, november);
  const fault = (await refused.json()) as { message: string; next: string };
  expect([refused.status, fault.message]).toEqual([422, expect.stringContaining('联系我们页有错别字（现为“已撤销”）')]);
  expect(await handedOverBy(november.id, ids)).toEqual([]);
  await call(second, `/notices/${november.id}/refresh`, { version: 0 });
  const taken = (await call<Read>(editor, `/notices/${november.id}`)).attachments;
  expect(JSON.stringify(taken), 'neither list nor table of sites tells of it any more').not.toContain('联系我们');
  const counts = new Map((await call<Read>(editor, `/notices/${november.id}`)).figures.map(({ id, printed: number }) => [id, number]));
  expect([counts.get('stock.closing'), counts.get('stock.withdrawn'), counts.get('list.now')]).toEqual([`${FOUND + 5}个`, '1个', '5个']);
  const fresh = { ...november, version: 1 };
  const early = await ask(editor, `/notices/${november.id}/issue`, fresh);
  expect(early.status, 'what was approved were other numbers').toBe(409);
  await call(editor, `/notices/${november.id}/submit`, fresh);
  const own = await ask(second, `/notices/${november.id}/review`, { ...fresh, approve: true });
  expect(own.status, 'who took the data anew is an author').toBe(403);
  await call(third, `/notices/${november.id}/review`, { ...fresh, approve: true });
  await call(editor, `/notices/${november.id}/issue`, { ...fresh, note: '照发，数据已核' });
  expect(await handedOverBy(november.id, ids)).toEqual(five.toReversed());

  // Every number of the issued notice, not a sample: rows as many as it counts, or the numbers it is made of; each row of the
  // ledger is an entry that opens (S06).
  const issued = await call<Read>(editor, `/notices/${november.id}`);
  const opened = new Set<string>();
  for (const { id, printed: number } of issued.figures) {
    const one = await call<z.output<(typeof noticeFigure)['output']>>(editor, `/notices/${november.id}/figures/${encodeURIComponent(id)}`);
    expect([id, one.printed]).toEqual([id, number]);
    if (one.table === null) expect([id, one.parts.length > 1]).toEqual([id, true]);
    else expect([id, `${one.rows.length}`]).toEqual([id, number.replace(/[家个]$/u, '')]);
    for (const row of one.rows) for (const problem of row.problems) opened.add(problem);
    if (/^(stock|list)\./u.test(id)) expect([id, one.rows.filter(({ problems }) => problems.length !== 1)]).toEqual([id, []]);
  }
  expect(issued.figures.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['stock.closing', 'stock.closed', 'list.now', 'disclosure_site.rate']),
  );
  for (const one of opened) await call(editor, `/problems/${one}`);
  expect([...opened]).toEqual(expect.arrayContaining(ids));

  await comeTo('2023-12-25');
  await call(unit, '/problems/receive', { problemIds: five });
  const [partly, ...not] = five;
  await call(centre, '/problems/recheck', { problemIds: [partly], result: 'partly', reason: '还有一处没有改' });
  await call(centre, '/problems/recheck', { problemIds: not, result: 'not', reason: '页面没有变化' });
  const december = await draftOf('2023-12', '2023-12-25');
  const { figures } = await call<Read>(editor, `/notices/${december.id}`);
  const began = figures.filter(({ id }) => id === 'stock.opening' || id === 'stock.withdrawn').map(({ printed: number }) => number);
  expect(began, 'it begins as the one before ended, and tells of no withdrawal again').toEqual([`${FOUND + 5}个`]);
  last = { ...december, problems: five };
  const carried = (await listOf(december.id)).filter(([, , , what]) => what?.includes('错别字'));
  expect(carried.map((cells) => cells.at(-1)).toSorted()).toEqual([
    '上期结转；整改不彻底，再次交办',
    ...Array(not.length).fill('上期结转；未整改，再次交办'),
  ]);
  const figure = await call<z.output<(typeof noticeFigure)['output']>>(editor, `/notices/${december.id}/figures/list.again`);
  expect(figure.rows.flatMap(({ problems }) => problems).toSorted(), 'the same entries').toEqual(five.toSorted());
  const { rows, total } = await call<{ rows: { id: string }[]; total: number }>(editor, '/problems?category=text_error&size=100');
  expect([total, rows.map(({ id }) => id).toSorted()], 'and no new ones').toEqual([ids.length, ids.toSorted()]);
});

it('an objection without an answer bars the issue until it is answered, or expressly known with a reason that stays with the notice', async () => {
  const { id, problems } = last;
  const [disputed = ''] = problems;
  const read = (notice = id) => call<Read>(editor, `/notices/${notice}`);
  const fault = async (response: Response) => ({
    status: response.status,
    ...((await response.json()) as { message: string; next: string }),
  });
  await call(unit, `/problems/${disputed}/dispute`, { text: '这一页归县城管局', proofIds: [] });
  await call(editor, `/notices/${id}/refresh`, { version: 0 });
  await approve({ id, version: 1, note: null });
  const issue = (who: SignedIn, more: object = {}) => ask(who, `/notices/${id}/issue`, { version: 1, note: '照发', ...more });
  const [seen] = (await read()).objections;
  expect(seen).toMatchObject({ about: 'problem', subjectId: disputed, unit: housing.name, words: '这一页归县城管局', raisedBy: '周工' });
  const refused = await fault(await issue(editor));
  expect(refused).toMatchObject({
    status: 422,
    message: expect.stringContaining('有 1 条异议还没有答复，没有印发：县住建局2023年12月25日对'),
  });
  const despite = [{ key: seen?.key, reason: '县领导要求今日印发' }];
  for (const who of [centre, unit]) expect((await issue(who, { despite })).status).toBe(403);
  expect((await issue(editor, { despite: [{ ...despite[0], reason: ' ' }] })).status, 'not without a reason').toBe(400);

  // Another comes in after the office has looked: what it did not know of is not covered.
  const words = { channelId: WORLD.site.id, reason: '网站当天在迁移' };
  await call(unit, '/periods/2023-12/objections', words);
  expect(await fault(await issue(editor, { despite }))).toMatchObject({
    status: 422,
    message: expect.stringMatching(/^您确认之后有 1 条异议还没有答复.*对“县住建局信息公开网”2023年12月的检查结果/u),
  });
  expect((await read()).head.state.code).toBe('draft');
  const open = (await read()).objections;
  const left = open.find(({ about }) => about === 'verdict');
  expect(open).toHaveLength(2);
  expect((await issue(editor)).status).toBe(422);
  const wanted = { period: '2023-12', template: 'monthly-monitoring', title: '同时起草的另一份', signedDate: '2023-12-25' };
  const { id: beside } = await call<{ id: string }>(editor, '/notices', wanted);
  await approve({ id: beside, version: 0, note: null });
  await call(editor, `/notices/${id}/issue`, {
    version: 1,
    note: '照发',
    despite: [...despite, { key: left?.key, reason: '检查结果另行答复' }],
  });
  await call(editor, '/problems/decide', { problemIds: [disputed], decision: 'upheld', reason: '权责清单归县住建局', proofIds: [] });
  // A second notice on the same month is a correction, or does not go out; and nobody works the results out anew under what is out.
  const twice = await fault(await ask(editor, `/notices/${beside}/issue`, { version: 0, note: '照发' }));
  expect(twice).toMatchObject({ status: 409, message: expect.stringContaining('这份草稿不是它的更正件，没有印发') });
  const by = { role: 'office', unitId: null, name: '王敏' } as const;
  const today = { at: served.app.now(), day: '2023-12-25', by } as const;
  await expect(closePeriod(served.app, county.id, '2023-12', { ...today, cutoff: '2023-12-24' })).rejects.toMatchObject({
    code: 'refused',
  });
  expect((await findPeriod(served.app.db, county.id, '2023-12'))?.cutoff).toBe('2023-12-25');

  const issued = await read();
  expect(issued.despite?.by).toBe('王敏');
  const about = new Map(issued.despite?.rows.map((row) => [row.about, row]));
  expect(about.get('verdict')).toMatchObject({ unit: housing.name, reason: '检查结果另行答复', answer: null });
  expect(about.get('problem')).toMatchObject({ reason: '县领导要求今日印发', answer: '维持认定：权责清单归县住建局' });
  expect(issued.acts.at(-1)?.note).toBe('照发；有 2 条异议未答复，仍予印发，理由逐条写明');
  const paper = await (await unit.fetch(`/api/areas/${county.id}/notices/${id}/preview`)).text();
  expect([paper.includes('信息公开网'), paper.includes('异议未答复'), paper.includes('县领导要求')], 'not in print').toEqual([
    true,
    false,
    false,
  ]);
  expect((await ask(unit, '/periods/2023-12/objections', { ...words, reason: '另有说明' })).status, 'too late for another').toBe(422);

  // It is answered all the same. What was granted stands against the notice until a correction with fresh data takes its place.
  const answer = { accept: true, verdict: 'no_problem', reasons: [], reason: '迁移经过报备' };
  await call(editor, `/periods/2023-12/objections/${left?.key}`, answer);
  const wrong = await read();
  expect([wrong.despite?.rows.find((row) => row.about === 'verdict')?.answer, wrong.outdated.map(({ text }) => text)]).toEqual([
    '采纳：迁移经过报备',
    [expect.stringMatching(/信息公开网”通报中为“未能认定”，现为“无问题”$/u)],
  ]);
  const { id: same } = await call<{ id: string }>(editor, `/notices/${id}/correct`, { data: 'same' });
  await approve({ id: same, version: 1, note: null });
  expect(
    (await read(same)).outdated.map(({ text }) => text),
    'told from the first',
  ).toEqual([expect.stringContaining('草稿中为')]);
  const old = await fault(await ask(editor, `/notices/${same}/issue`, { version: 1, note: '照发' }));
  expect(old.message, 'the old result does not go out again').toContain('有 1 个检查结果起草后已经改变');

  // The draft of the correction is thrown away; it blocks nothing, and what is out is not thrown away.
  for (const who of [centre, unit]) expect((await ask(who, `/notices/${same}/discard`, { version: 1 })).status).toBe(403);
  expect((await ask(editor, `/notices/${same}/discard`, { version: 0 })).status, 'words were saved since').toBe(409);
  await call(editor, `/notices/${same}/discard`, { version: 1, note: '改为重新取数' });
  const gone = await read(same);
  // Thrown away between the look of whoever issues it and the issue: it hands nothing over.
  await expect(issueNotice(served.app, same, { ...today, overrideReason: '照发' })).rejects.toMatchObject({ code: 'conflict' });
  expect([gone.stage.code, gone.acts.at(-1)]).toMatchObject(['discarded', { act: { name: '作废' }, by: '王敏', note: '改为重新取数' }]);
  for (const [path, body] of [
    ['draft', { version: 1, paragraphs: [], head: {}, naming: null }],
    ['submit', { version: 1 }],
    ['issue', { version: 1 }],
    ['discard', { version: 1 }],
    ['refresh', { version: 1 }],
    ['seal', {}],
  ] as const)
    expect([path, (await ask(editor, `/notices/${same}/${path}`, body)).status >= 400]).toEqual([path, true]);
  expect((await fault(await ask(editor, `/notices/${id}/discard`, { version: 1 }))).message).toBe('这份通报已经印发，不能作废。');
  expect((await read()).correction).toBeNull();
  const { id: fresh } = await call<{ id: string }>(editor, `/notices/${id}/correct`, { data: 'fresh' });
  expect([fresh === same, (await read()).correction?.id]).toEqual([false, fresh]);
  const listed = await unit.fetch(`/api/areas/${county.id}/issued-notices`);
  expect(JSON.stringify(await listed.json()), 'a unit knows nothing of it').not.toContain(same);
  expect(await trailOf(same)).toContainEqual(['notice-discard', '王敏', 'ok']);
  // It closed the month anew at once, whatever becomes of its draft: whoever reads its figures is told that the notice says otherwise.
  const changed = async () => (await call<{ notices: unknown[] }>(editor, '/periods/2023-12/changed')).notices;
  expect(await changed()).toMatchObject([{ id, changed: 1, correctionId: fresh }]);
  // What is only listed as with its unit, and is taken back now, is not named either.
  await call(unit, `/problems/${disputed}/dispute`, { text: '已移交县城管局', proofIds: [] });
  await call(editor, '/problems/decide', { problemIds: [disputed], decision: 'withdrawn', reason: '确已移交', proofIds: [] });
  await approve({ id: fresh, version: 1, note: null });
  const named = await fault(await ask(editor, `/notices/${fresh}/issue`, { version: 1, note: '照发' }));
  expect(named.message).toMatch(/^问题清单与台账不一致，不能印发。有 1 个问题：.*（现为“已撤销”）/u);
  expect((await read()).outdated.map(({ problemId }) => problemId)).toEqual([null, disputed]);
  await call(editor, `/notices/${id}/correct`, { data: 'fresh' });
  await approve({ id: fresh, version: 2, note: null });
  await call(editor, `/notices/${fresh}/issue`, { version: 2, note: '照发' });
  expect([(await read()).outdated, (await read(fresh)).outdated]).toEqual([[], []]);
  expect(await changed(), 'the correction says what the month says').toEqual([]);

  // Of a dispute whose words only a closed list may read, the answer's are not read here either.
  const events = await listEvents(served.app.db, disputed);
  const kept = events.filter(({ act }) => act === 'disputed').map(({ seq, at: raisedAt }) => ({ key: `${disputed}.${seq}`, raisedAt }));
  const told = { noticeId: fresh, about: 'problem' as const, subjectId: disputed, unit: housing.name, matter: '一处', raisedBy: '周工' };
  const row = { ...told, reason: '县领导要求', byName: '王敏', at: served.app.now() } as const;
  await insertDespite(
    served.app.db,
    kept.map((one, i) => ({ ...row, ...one, words: i === 0 ? '可以看' : null })),
  );
  const answers = (await read(fresh)).despite?.rows.map(({ answer }) => answer);
  expect(answers?.toSorted()).toEqual(['撤销', '维持认定：权责清单归县住建局']);
});
