import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { writeTemplate } from '../../src/app/import/template/write-template.ts';
import { ledgerOf } from '../../src/app/ledger/entries.ts';
import { buildSnapshot } from '../../src/app/notices/snapshot.ts';
import { Names, weaknessRow } from '../../src/app/notices/snapshot-rows.ts';
import { suspectedAt } from '../../src/app/periods/dismissed.ts';
import { EXEMPT_REASON_CODES, REJECT_REASON_CODES, SERVICE_ASPECT_CODES } from '../../src/contract/desk.ts';
import type { desk } from '../../src/contract/endpoints/desk.ts';
import type { deskFinding } from '../../src/contract/endpoints/desk-finding.ts';
import type { deskReview } from '../../src/contract/endpoints/desk-review.ts';
import type { rawFindingChoices } from '../../src/contract/endpoints/raw-finding-choices.ts';
import type { rawFindings } from '../../src/contract/endpoints/raw-findings.ts';
import type { responsibleUnit } from '../../src/contract/endpoints/responsible-unit.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { EXEMPT_REASONS, REJECT_REASONS } from '../../src/ledger/review-reasons.ts';
import { SERVICE_ASPECTS } from '../../src/ledger/service.ts';
import { stoodIn } from '../../src/ledger/stood.ts';
import { putPeriod } from '../../src/store/periods.ts';
import { readRegister } from '../../src/store/register.ts';
import { upsertUnits } from '../../src/store/units.ts';
import { unitId } from '../../src/subjects/unit.ts';
import { cpuMs } from '../support/cpu.ts';
import type { SignedIn } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { DAY, machineFinds, seedDesk } from './desk-world.ts';
import { textOf } from './leak-calls.ts';
import { type Served, serveApp } from './serve.ts';

type Desk = z.output<(typeof desk)['output']>;
type Finding = z.output<(typeof deskFinding)['output']>;
type Order = z.input<(typeof deskReview)['input']>['order'];
type Raw = z.output<(typeof rawFindings)['output']>;

const { column, county, housing, site, town } = WORLD;
const VILLAGE = {
  ...town,
  id: unitId(county.id, '大阿居委会'),
  name: '大阿居委会',
  kind: 'community',
  parentId: town.id,
  order: 9,
} as const;
const SPAN = { after: null, cutoff: '2022-12-27' };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let served: Served;
let factId: string;
let office: SignedIn;
let centre: SignedIn;
let firm: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  served = await serveApp(null);
  factId = await seedDesk(served.app);
  await upsertUnits(served.app.db, [VILLAGE]);
  office = await served.as({ areaId: county.id });
  centre = await served.as({ name: '李强', role: 'centre', areaId: county.id });
  firm = await served.as({ name: '某公司', role: 'third_party', areaId: county.id });
  other = await served.as({ name: '另一公司', role: 'third_party', areaId: county.id });
});
afterAll(() => served?.stop());

const address = (path: string) => `/api/areas/${county.id}${path}`;
async function get<T>(who: SignedIn, path: string): Promise<T> {
  const response = await who.fetch(address(path));
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
async function post<T>(
  who: SignedIn,
  path: string,
  body: object | Uint8Array,
): Promise<{ status: number; body: T & { message?: string } }> {
  const isFile = body instanceof Uint8Array;
  const response = await who.fetch(address(path), {
    method: 'POST',
    headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
    body: isFile ? (body as never) : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
const review = (who: SignedIn, problemIds: readonly string[], order: Order) =>
  post<{ done: string[]; refused: { problemId: string; message: string }[] }>(who, '/desk-reviews', { problemIds, order });
const waiting = (query = '') => get<Desk>(office, `/desk${query}`);
const stood = async () => (await ledgerOf(served.app.db, county.id)).filter((entry) => stoodIn(entry, SPAN)).length;
/** Problems of the month's notice, were it closed and written now. */
async function printedProblems(): Promise<string[]> {
  const { app } = served;
  const month = parsePeriod('2022-12');
  await putPeriod(app.db, { ...month, areaId: county.id, cutoff: SPAN.cutoff, closedAt: app.now() });
  const { problems } = await buildSnapshot(app, county.id, month.id, { title: '通报', signedDate: null }, app.now());
  await app.db.deleteFrom('period').where('areaId', '=', county.id).execute();
  return problems.map(({ id }) => id).toSorted();
}

describe('the desk', () => {
  it('M02: 20 findings in, 15 confirmed, 5 rejected: the notice uses 15', async () => {
    const ids = await machineFinds(served.app, factId, [{ category: 'hidden_link', text: '疑似暗链' }, ...Array(19).fill({})]);
    const before = await waiting();
    expect(before).toMatchObject({ total: 20, waiting: 20, grave: 1, may: ['confirmed', 'rejected', 'merged', 'exempted'] });
    expect(before.rows[0]).toMatchObject({ isGrave: true, category: { code: 'hidden_link' }, source: { code: 'machine' } });
    expect(before.units).toEqual([{ code: housing.id, name: housing.name, count: 20 }]);
    expect(suspectedAt(await ledgerOf(served.app.db, county.id), SPAN.cutoff)).toHaveLength(20);

    expect((await review(centre, ids.slice(0, 15), { act: 'confirmed' })).body).toEqual({ done: expect.any(Array), refused: [] });
    expect((await review(office, ids.slice(15), { act: 'rejected', code: 'misread' })).body.done).toHaveLength(5);
    expect(await stood()).toBe(15);
    expect(await printedProblems(), 'the rejected are nowhere in the notice').toEqual(ids.slice(0, 15).toSorted());
    expect((await waiting()).total).toBe(0);
    expect(suspectedAt(await ledgerOf(served.app.db, county.id), SPAN.cutoff), 'the period may be closed').toEqual([]);
    const steps = { found: 20, waiting: 0, confirmed: 15, rejected: 5, merged: 0, exempted: 0 };
    expect(await get(office, '/desk-steps?from=2022-12-01&to=2022-12-27')).toMatchObject({
      ...steps,
      bySource: [{ source: { code: 'machine' }, ...steps }],
    });
    expect(await get(office, '/desk-steps?from=2022-12-21&to=2022-12-27')).toMatchObject({ found: 0 });
  });

  it('takes a decision back on its day, by who made it, and says why another cannot', async () => {
    const rejected = (await ledgerOf(served.app.db, county.id)).find(({ events }) => events.at(-1)?.act === 'rejected');
    const id = rejected?.problem.id as string;
    expect((await review(centre, [id], { act: 'undone' })).body.refused[0]?.message).toMatch(/王敏的复核/);
    expect((await review(office, [id], { act: 'undone' })).body.done).toEqual([id]);
    expect(await waiting()).toMatchObject({ total: 1, rows: [{ id }] });
    expect((await review(office, [id], { act: 'undone' })).body.refused[0]?.message).toMatch(/不能撤回/);
    const { events } = await get<Finding>(office, `/desk/${id}`);
    expect(
      events.map(({ act }) => act.code),
      'nothing is ever deleted',
    ).toEqual(['found', 'rejected', 'undone']);
    expect((await review(office, [id], { act: 'confirmed' })).body.done).toEqual([id]);
    expect(await stood()).toBe(16);
    const moves = await served.app.db.selectFrom('ledgerMove').select('move').where('problemId', '=', id).execute();
    expect(moves, 'the stock saw one finding, no coming and going').toEqual([{ move: 'found' }]);
  });

  it('merges into an open problem of the same unit only, exempts until a day, and tells what each refuses', async () => {
    const [a, b, c, d] = (await machineFinds(served.app, factId, [
      { category: 'home_stale' },
      { category: 'column_empty' },
      { category: 'column_sparse', unitId: town.id },
      { category: 'account_low_output', text: '近30天仅发布2条' },
    ])) as [string, string, string, string];
    const mixed = (await review(office, [a, b, c], { act: 'merged', into: a })).body;
    expect(mixed.done).toEqual([b]);
    expect(mixed.refused.map(({ message }) => message)).toEqual([expect.stringMatching(/自己/), expect.stringMatching(/同一责任单位/)]);
    const whole = await get<Finding>(office, `/desk/${a}`);
    expect(whole.merged.map(({ id }) => id)).toEqual([b]);
    expect(whole.mergeable.some(({ id }) => id === b)).toBe(false);

    expect(
      (await review(centre, [c], { act: 'exempted', code: 'nothing_happened', until: '2022-12-31' })).body.refused[0]?.message,
    ).toMatch(/信息中心不能豁免/);
    expect((await review(office, [c], { act: 'exempted', code: null, reason: '', until: '2022-12-31' })).body.refused).toHaveLength(1);
    expect((await review(office, [c], { act: 'exempted', code: 'nothing_happened', until: '2022-12-31' })).body.done).toEqual([c]);
    expect((await get<Finding>(office, `/desk/${c}`)).events.at(-1)).toMatchObject({
      reason: '年内未发生',
      details: [{ name: '豁免截止', value: '2022-12-31' }],
    });
    // 薄弱环节 are listed, never held against anybody (V08).
    expect((await review(office, [d, a], { act: 'confirmed' })).body).toMatchObject({
      done: [a],
      refused: [{ problemId: d, message: expect.stringMatching(/薄弱环节/) }],
    });
    expect((await review(office, [d], { act: 'rejected', code: 'weakness' })).body.done).toEqual([d]);
    const names = new Names(await readRegister(served.app.db, county.id));
    const listed = (await ledgerOf(served.app.db, county.id)).flatMap((entry) => weaknessRow(entry, SPAN, names));
    expect(listed).toMatchObject([{ id: d, level: 'warning', text: '近30天仅发布2条', unit: housing.name }]);
    expect((await ledgerOf(served.app.db, county.id)).filter((entry) => entry.problem.id === d && stoodIn(entry, SPAN))).toEqual([]);
  });

  it('shows the evidence as kept, without script or rights, the dates, the rule in plain words', async () => {
    const [id] = (await machineFinds(served.app, factId, [{ category: 'image_missing' }])) as [string];
    const { rule, evidence, events } = await get<Finding>(centre, `/desk/${id}`);
    expect(rule).toMatchObject({ title: '栏目超期未更新', basis: expect.stringContaining('DD-1.7') });
    expect(rule?.lines[0]).toMatchObject({ name: '复核时注意' });
    expect(evidence).toMatchObject([{ id: factId, shows: 'page', items: [{ date: '2022-01-05', title: '解读一' }] }]);
    expect(events).toHaveLength(1);
    const page = await office.fetch(address(`/desk/${id}/facts/${factId}/page`));
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect([page.headers.get('content-type'), await page.text()]).toEqual(['text/html; charset=utf-8', expect.stringContaining('解读一')]);
    expect((await office.fetch(address(`/desk/${id}/facts/none/page`))).status).toBe(404);
    expect((await review(office, [id], { act: 'rejected', code: null, reason: '图片已恢复' })).body.done).toEqual([id]);
    const file = await office.fetch(address('/desk.xlsx'));
    expect([file.status, (await file.arrayBuffer()).byteLength > 3000]).toEqual([200, true]);
  });

  it('bears 200 at once, answers one with little work, and refuses 201', async () => {
    const ids = await machineFinds(served.app, factId, Array(201).fill({ category: 'broken_link' }));
    expect((await review(office, ids, { act: 'confirmed' })).status).toBe(400);
    const book = async (query: string) => textOf(await office.fetch(address(`/desk.xlsx${query}`)));
    const linked = (text: string): number => text.split('超过半年未更新').length - 1;
    const [whole, narrowed] = [await book(''), await book('?category=column_overdue')];
    expect([linked(whole) > 0, linked(narrowed)]).toEqual([true, 0]);
    expect(narrowed).toContain('筛选条件：类别“');
    const began = cpuMs();
    expect((await review(office, ids.slice(0, 1), { act: 'confirmed' })).body.done).toHaveLength(1);
    expect(cpuMs() - began).toBeLessThan(500);
    const many = (await review(office, ids.slice(0, 200), { act: 'rejected', code: 'fine' })).body;
    expect([many.done.length, many.refused.map(({ problemId }) => problemId)]).toEqual([199, [ids[0]]]);
    expect((await review(office, many.done, { act: 'undone' })).body.done).toHaveLength(199);
    expect((await review(office, ids.slice(1), { act: 'confirmed' })).body.done).toHaveLength(200);
  });

  it('is nobody else’s', async () => {
    for (const who of [firm, await served.as({ name: '丁', role: 'unit', areaId: county.id, unitId: housing.id })]) {
      expect((await who.fetch(address('/desk'))).status).toBe(403);
      expect((await review(who, ['x'], { act: 'confirmed' })).status).toBe(403);
    }
    const reader = await served.as({ name: '戊', role: 'reader', areaId: county.id });
    expect((await reader.fetch(address('/desk-steps'))).status).toBe(200);
    expect((await reader.fetch(address('/desk'))).status).toBe(403);
    expect((await review(office, ['nothing'], { act: 'confirmed' })).body.refused).toMatchObject([{ message: '台账中没有这个问题。' }]);
  });

  it('speaks of the same reasons in contract and ledger', () => {
    expect([REJECT_REASON_CODES, EXEMPT_REASON_CODES, SERVICE_ASPECT_CODES]).toEqual(
      [REJECT_REASONS, EXEMPT_REASONS, SERVICE_ASPECTS].map((list) => Object.keys(list)),
    );
  });
});

describe('raw findings of a third party', () => {
  const form = (text: string, more: object = {}) => ({
    unitId: housing.id,
    channelId: site.id,
    category: 'text_error',
    text,
    foundOn: DAY,
    ...more,
  });
  const own = (who: SignedIn, query = '') => get<Raw>(who, `/raw-findings${query}`);

  it('10 in, 2 rejected on review: 8 problems, 2 kept with reason (U05)', async () => {
    const before = await stood();
    const ids: string[] = [];
    for (let i = 1; i <= 10; i++) ids.push((await post<{ problemId: string }>(firm, '/raw-findings', form(`第${i}处错字`))).body.problemId);
    expect(await waiting('?source=third_party')).toMatchObject({ total: 10 });
    expect(await stood(), 'nobody’s problem before a person has looked').toBe(before);
    await review(centre, ids.slice(0, 8), { act: 'confirmed' });
    await review(centre, ids.slice(8), { act: 'rejected', code: 'unproved' });
    expect(await stood()).toBe(before + 8);
    const mine = await own(firm);
    expect(mine.answers.map(({ code, count }) => [code, count])).toEqual([
      ['waiting', 0],
      ['confirmed', 8],
      ['rejected', 2],
      ['merged', 0],
      ['exempted', 0],
    ]);
    expect((await own(firm, '?answer=rejected')).rows).toMatchObject([{ reason: '佐证不足，不能认定' }, { answeredBy: '信息中心' }]);
    expect((await own(other)).total, 'another firm sees none of them').toBe(0);
  });

  it('U14: whoever enters is told whose a finding is: four kinds go to drafter, publisher, supervisor, reviewer', async () => {
    const url = `${site.url}jd/1.html`;
    const name = (subject: string, duty: string, unit: string) =>
      post(office, '/duty-holders', { subject, duty, holderId: unit }).then(({ status }) => expect(status).toBe(200));
    await name(url, 'drafter', town.id);
    await name(url, 'reviewer', VILLAGE.id);
    await name(site.id, 'supervisor', town.id);
    const proposal = async (who: SignedIn, category: string) => {
      const asked = `/responsible-unit?category=${category}&channelId=${site.id}&columnId=${column.id}&url=${encodeURIComponent(url)}`;
      const { proposal: one } = await get<z.output<(typeof responsibleUnit)['output']>>(who, asked);
      return [one?.duty, one?.unitId, one?.sentence, one?.chargedTo.name];
    };
    const KINDS = ['interpretation_missing', 'column_overdue', 'duty_lapse', 'privacy_leak'];
    for (const who of [firm, office])
      expect(await Promise.all(KINDS.map((category) => proposal(who, category)))).toEqual([
        ['drafter', town.id, '谁起草谁解读', town.name],
        ['publisher', housing.id, '谁发布谁负责', '县住建局（县人防办）'],
        ['supervisor', town.id, '谁主管谁负责', town.name],
        ['reviewer', VILLAGE.id, '谁公开谁审查', town.name],
      ]);
    const unit = await served.as({ name: '张三', role: 'unit', areaId: county.id, unitId: town.id });
    expect((await unit.fetch(address('/responsible-unit?category=text_error'))).status).toBe(403);
  });

  it('U08: one at a sub-unit is charged to the unit above, with both names wherever it is read', async () => {
    const both = `${town.name}（${VILLAGE.name}）`;
    const { units } = await get<z.output<(typeof rawFindingChoices)['output']>>(firm, '/raw-finding-choices');
    expect(units).toContainEqual({ id: VILLAGE.id, name: both });
    const place = '专题专栏—基层政务公开—大阿居委会—公共服务';
    const entered = form('居委会栏目有错字', { unitId: VILLAGE.id, channelId: null, placeLabel: place });
    const { problemId } = (await post<{ problemId: string }>(firm, '/raw-findings', entered)).body;
    expect((await own(firm)).rows.find(({ id }) => id === problemId)).toMatchObject({ unit: both, place });
    await review(centre, [problemId], { act: 'confirmed' });
    const count = async (unit: string) =>
      (await get<{ rows: { id: string }[] }>(office, `/problems?unit=${unit}`)).rows.filter(({ id }) => id === problemId).length;
    expect([await count(town.id), await count(housing.id)]).toEqual([1, 0]);
    const inTown = await served.as({ name: '镇负责人', role: 'unit', areaId: county.id, unitId: town.id });
    const row = { unit: { id: town.id, name: both }, place };
    expect(await get(inTown, `/problems/${problemId}`)).toMatchObject({ row });
  });

  it('takes pictures only with its own that wait, and only real ones', async () => {
    const { problemId } = (await post<{ problemId: string }>(firm, '/raw-findings', form('图片为证'))).body;
    const put = (who: SignedIn, bytes: Uint8Array) => post<{ id: string }>(who, `/raw-findings/${problemId}/pictures`, bytes);
    const { id } = (await put(firm, PNG)).body;
    expect((await put(other, PNG)).status).toBe(404);
    expect((await put(firm, Buffer.from('<svg onload="alert(1)"/>'))).status).toBe(400);
    const look = (who: SignedIn) => who.fetch(address(`/raw-findings/${problemId}/pictures/${id}`));
    expect([(await look(firm)).status, (await look(office)).status, (await look(other)).status]).toEqual([200, 200, 404]);
    expect((await get<Finding>(office, `/desk/${problemId}`)).pictures).toMatchObject([{ id, kind: 'png' }]);
    await review(office, [problemId], { act: 'confirmed' });
    expect((await put(firm, PNG)).status).toBe(422);
    // Whoever has to put it right sees what was seen; a unit beside sees neither.
    const of = (unit: string) => served.as({ name: `${unit}经办人`, role: 'unit', areaId: county.id, unitId: unit });
    const [mine, beside] = [await of(housing.id), await of(town.id)];
    expect((await get<Finding>(mine, `/problems/${problemId}`)).pictures).toMatchObject([{ id, kind: 'png' }]);
    expect([(await look(mine)).status, (await look(beside)).status]).toEqual([200, 404]);
    expect(Buffer.from(await (await look(mine)).arrayBuffer()).equals(PNG)).toBe(true);
  });

  it('of the office are problems at once, with their pictures until they are handed over; a weakness is none', async () => {
    const before = await stood();
    const { problemId } = (await post<{ problemId: string }>(office, '/raw-findings', form('县领导指出的错字'))).body;
    expect([await stood(), (await waiting()).rows.some(({ id }) => id === problemId)]).toEqual([before + 1, false]);
    const mine = await own(office);
    const entered = { takesPictures: true, answer: { code: 'confirmed' }, answeredOn: DAY, answeredBy: '政务公开办', reason: null };
    expect([mine.total, mine.rows[0]]).toMatchObject([1, { id: problemId, ...entered }]);
    expect((await own(office, '?answer=waiting')).total).toBe(0);
    const put = () => post(office, `/raw-findings/${problemId}/pictures`, PNG);
    expect((await put()).status).toBe(200);
    expect((await post(office, '/problems/hand-over', { problemIds: [problemId] })).status).toBe(200);
    expect([(await put()).status, (await own(office)).rows[0]?.takesPictures]).toEqual([422, false]);
    const weak = await post(office, '/raw-findings', form('近30天仅发布2条', { category: 'account_low_output' }));
    expect([weak.status, weak.body.message]).toEqual([422, '“发布量少、原创少”只是薄弱环节，不作问题认定。']);
    expect((await office.fetch(address('/raw-findings-template.xlsx'))).status, 'lists of many it imports').toBe(403);
  });

  it.each([
    ['a day to come', form('甲', { foundOn: '2022-12-28' }), /还没有到/],
    ['dates that contradict the claim', form('乙', { category: 'column_overdue', lastUpdate: '2022-12-15', limit: 'P14D' }), /只相隔5天/],
    ['a unit that is not there', form('丙', { unitId: 'nobody' }), /没有登记所选的单位/],
    ['a service without a name', form('丁', { category: 'service_poor' }), /哪项办事服务/],
    ['an address that runs a script', form('戊', { url: 'javascript:alert(1)' }), /./],
  ])('refuses %s', async (_name, body, words) => {
    const { status, body: answer } = await post(firm, '/raw-findings', body);
    expect([400, 422]).toContain(status);
    expect(JSON.stringify(answer)).toMatch(words);
  });

  it('files a service whose form is missing once, not per page (M15)', async () => {
    const service = (page: number, name: string, aspect = 'form') =>
      form(`第${page}页没有提供表格`, { category: 'service_poor', url: `http://x.example/${page}`, service: { name, aspect } });
    const first = await post<{ problemId: string }>(firm, '/raw-findings', service(1, '建筑施工许可'));
    expect(first.status).toBe(200);
    for (const page of [2, 3]) {
      const { status, body } = await post(firm, '/raw-findings', service(page, '“建筑施工 许可”'));
      expect([status, body.message]).toEqual([409, expect.stringMatching(/已经登记/)]);
    }
    expect((await post(firm, '/raw-findings', service(4, '建筑施工许可', 'guide'))).status, 'its guide is another matter').toBe(200);
    expect((await waiting('?category=service_poor')).total).toBe(2);
  });

  it('come from a workbook, all or nothing, each row once', async () => {
    const csv = (rows: string[]) => Buffer.from(['责任单位,存在的问题,问题类别,发现日期', ...rows].join('\n'));
    const good = [`${housing.name},通知里有错字,文字错误,${DAY}`, `${town.name},“低保申请”没有提供表格,服务不实用,${DAY}`];
    const put = (bytes: Uint8Array, preview = '') =>
      post<{ entered: number; repeated: object[]; faults: { row: number; message: string }[] }>(
        other,
        `/raw-findings-files?fileName=${encodeURIComponent('问题台账.csv')}${preview}`,
        bytes,
      );
    const bad = await put(csv([...good, `查无此局,有错字,文字错误,${DAY}`]));
    expect([bad.status, bad.body.faults]).toEqual([400, [expect.objectContaining({ row: 4, value: '查无此局' })]]);
    expect((await own(other)).total).toBe(0);
    const twice = csv([...good, `${town.name},“低保申请”另一页也没有表格,服务不实用,${DAY}`]);
    expect((await put(twice, '&preview=yes')).body).toMatchObject({
      entered: 2,
      repeated: [{ message: expect.stringMatching(/只登记一次/) }],
    });
    expect((await own(other)).total).toBe(0);
    expect((await put(twice)).body).toMatchObject({ entered: 2 });
    expect((await own(other)).rows[0]).toMatchObject({ file: expect.stringMatching(/第 2 行/), answer: { code: 'waiting' } });
    expect((await put(twice)).body, 'a second time adds nothing').toMatchObject({ entered: 0 });
    const handed = Buffer.from(`责任单位,存在的问题,问题类别,发现日期,整改情况\n${housing.name},有错字,文字错误,${DAY},未整改`);
    expect((await put(handed)).body.faults[0]?.message).toMatch(/由政务公开办办理/);
    expect((await other.fetch(address('/raw-findings.xlsx'))).status).toBe(200);
    const template = await other.fetch(address('/raw-findings-template.xlsx'));
    expect((await template.arrayBuffer()).byteLength).toBeLessThan((await writeTemplate({ kind: 'problem' })).byteLength);
  });
});
