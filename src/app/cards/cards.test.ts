import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { png } from '../../../tests/support/pictures.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { findFacts } from '../../store/facts.ts';
import { observationsBetween } from '../../store/period-observations.ts';
import { listEvents } from '../../store/problem-events.ts';
import { listProblems } from '../../store/problems.ts';
import { readRegister, writeRegister } from '../../store/register.ts';
import { type Site, siteId } from '../../subjects/channel.ts';
import { keptPage } from '../desk/kept-page.ts';
import { reviewFindings } from '../desk/review.ts';
import { viewFinding } from '../desk/view-finding.ts';
import { viewWaiting } from '../desk/view-waiting.ts';
import { computeDay, judgeDay } from '../judge/judge-day.ts';
import { rejudgeDay } from '../judge/rejudge-day.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { periodBasis } from '../periods/judge-period.ts';
import { settleDay } from '../runs/settle-day.ts';
import { cardsFile } from './cards-file.ts';
import { type AnswerForm, answerClean, giveAnswer } from './give-answer.ts';
import { addCardPicture, readCardPicture } from './pictures.ts';
import { viewCard } from './view-card.ts';
import { type CardsAsked, viewCards } from './view-cards.ts';

const AREA = WORLD.county.id;
const portal: Site = {
  ...WORLD.site,
  id: siteId(AREA, 'portal', WORLD.housing.name, 'http://www.baishui.gov.cn/'),
  kind: 'portal',
  name: '白水县人民政府网站',
  url: 'http://www.baishui.gov.cn/',
};
const person = (role: Caller['role'], name: string): Caller => ({
  ...{ userId: role, name, role, areaId: AREA, unitId: null, administers: false, scope: { units: null, categories: null }, token: null },
  door: { address: '127.0.0.1', agent: 'test' },
});
const OFFICE = person('office', '王敏');
const CENTRE = person('centre', '周强');

let database: TestDatabase;
let folder: string;
let app: App;
let now = instantOf('2024-04-10', '09:00');
const at = (day: string, time: string): void => {
  now = instantOf(day, time);
};
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mingcha-cards-'));
  app = { db: database.db, databaseUrl: database.url, blobs: folderStore(folder), now: () => now } as App;
  await writeRegister(app.db, { ...WORLD.register, sites: [portal, ...WORLD.register.sites] });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const ALL: CardsAsked = { period: undefined, sample: null, clauses: [], unitIds: [], channelIds: [], answered: null };
const list = (asked: Partial<CardsAsked> = {}) => viewCards(app, AREA, { ...ALL, ...asked, page: 1, size: 500 });
const picture = async (cardId: string, channelId = portal.id) =>
  (await addCardPicture(app, AREA, { cardId, channelId }, { name: '截图.png', bytes: png(3) }, CENTRE)).id;
const answer = (form: Partial<AnswerForm> & Pick<AnswerForm, 'cardId' | 'value'>, caller = CENTRE) =>
  giveAnswer(app, AREA, { period: undefined, channelId: portal.id, details: [], looked: '', after: null, ...form }, caller);
const line = (value: string, pictures: string[], rest = {}) => ({
  ...{ answer: value, text: '人口数仍为上次普查数', label: '县情概况', url: 'http://www.baishui.gov.cn/gk/', service: null, pictures },
  ...rest,
});
const lastOf = async (cardId: string) =>
  (await viewCard(app, AREA, { period: undefined, cardId, channelId: portal.id })).history[0]?.id ?? null;
const problems = async () => (await listProblems(app.db, AREA)).rows;
const cardsOf = async (day: string) =>
  (await computeDay(app, AREA, day)).observations.filter(({ checkId }) => checkId.startsWith('card:')).map((o) => [o.checkId, o.verdict]);

describe('the cards due', () => {
  it('are what the sheet asks of each channel, and 未检查 until a person answers', async () => {
    const { rows, due, answered, open } = await list();
    expect([due > 40, answered, open]).toEqual([true, 0, true]);
    expect(new Set(rows.map(({ standing }) => standing.code))).toEqual(new Set(['not-run']));
    expect(rows.every(({ standing }) => standing.reason === '需要人工判断')).toBe(true);
    expect(rows.filter(({ clause }) => clause === 'DD-1.1').map(({ channel }) => channel.name)).toEqual([portal.name]);
    expect(await cardsOf('2024-04-10')).toEqual([]);
  });

  it('are narrowed by clause, unit, answer and a draw that anyone can repeat', async () => {
    expect((await list({ clauses: ['DD-1.1'] })).total).toBe(1);
    expect((await list({ unitIds: [WORLD.town.id] })).rows.every(({ unit }) => unit.id === WORLD.town.id)).toBe(true);
    expect((await list({ answered: 'yes' })).total).toBe(0);
    const one = await list({ sample: 2 });
    expect(one.sample).toMatchObject({ drawn: 2, of: 4 });
    expect(new Set(one.rows.map(({ channel }) => channel.id)).size).toBe(2);
    expect((await list({ sample: 2 })).rows).toEqual(one.rows);
  });

  it('are answered only while the period runs', async () => {
    at('2024-05-01', '00:00');
    await expect(answer({ cardId: 'overview-information', value: 'none', period: '2024-04' })).rejects.toMatchObject({ code: 'refused' });
    at('2024-04-10', '09:00');
    await expect(answer({ cardId: 'overview-information', value: 'none', period: '2024-05' })).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('an answer that blames', () => {
  it.each([
    ['nothing named', { value: 'wrong' }, '逐条写明'],
    ['no picture', { value: 'wrong', details: [line('wrong', [])] }, /附佐证图片。[^。]+。$/],
    ['no words', { value: 'wrong', details: [line('wrong', ['x'], { text: ' ' })] }, '写明发现了什么'],
    ['a picture of something else', { value: 'wrong', details: [line('wrong', ['x'])] }, '不属于这项检查'],
    ['findings under a clean answer', { value: 'none', details: [line('wrong', ['x'])] }, '不登记问题'],
    ['an answer that is not permitted', { value: 'perhaps' }, '允许的回答'],
  ])('is refused with %s', async (_, form, says) => {
    await expect(answer({ cardId: 'overview-information', ...form })).rejects.toThrow(says);
    expect(await problems()).toEqual([]);
  });

  it('takes pictures by their bytes, and none of a secret', async () => {
    const add = (cardId: string, bytes: Uint8Array) =>
      addCardPicture(app, AREA, { cardId, channelId: portal.id }, { name: 'a.png', bytes }, CENTRE);
    await expect(add('overview-information', new TextEncoder().encode('<svg/>'))).rejects.toMatchObject({ code: 'bad-input' });
    await expect(add('secret-leak', png(3))).rejects.toMatchObject({ code: 'refused' });
    await expect(add('no-such-card', png(3))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('waits at the desk, the office’s own too, with the proof beside it; the day is judged by it', async () => {
    at('2024-04-10', '10:00');
    const shot = await picture('overview-information');
    const given = await answer({ cardId: 'overview-information', value: 'wrong', details: [line('wrong', [shot])] }, OFFICE);
    expect(given).toEqual({ filed: 1, standing: 0, settled: 0 });
    const [problem] = await problems();
    expect(problem).toMatchObject({ category: 'content_wrong', unitId: WORLD.housing.id, projection: { status: 'suspected' } });
    const id = problem?.id as string;
    const waiting = await viewWaiting(app, AREA, { unitIds: [], categories: [], sources: [], words: null, page: 1, size: 10 }, OFFICE);
    expect(waiting.rows.map(({ check, foundByName }) => [check, foundByName])).toEqual([['概况信息', '王敏（人工检查）']]);
    const { evidence, rule } = await viewFinding(app, AREA, id, OFFICE.scope);
    expect(evidence.map(({ kindName, shows }) => [kindName, shows])).toEqual([
      ['人工检查的回答', null],
      ['人工检查的佐证图片', 'picture'],
    ]);
    expect(rule?.basis).toContain('DD-1.1');
    expect((await keptPage(app, AREA, id, shot)).as).toBe('picture');
    expect((await readCardPicture(app, AREA, portal.id, shot)).bytes).toEqual(png(3));
    expect(await cardsOf('2024-04-10')).toEqual([['card:overview-information', 'fail']]);
    await expect(answer({ cardId: 'overview-information', value: 'none' }), 'somebody answered meanwhile').rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is confirmed by another act; a later judgement of the day neither doubles nor reopens it', async () => {
    const [problem] = await problems();
    const id = problem?.id as string;
    expect(await reviewFindings(app, AREA, [id], { act: 'confirmed' }, CENTRE)).toMatchObject({ done: [id], refused: [] });
    await settleDay(app, AREA, '2024-04-10', now);
    expect((await listEvents(app.db, id)).map(({ act }) => act)).toEqual(['found', 'confirmed']);
    expect(await problems()).toHaveLength(1);
  });

  it('corrected: the clean answer is a recheck, and what the desk rejected is said but not raised again', async () => {
    const cardId = 'overview-information';
    await answer({ cardId, value: 'none', after: await lastOf(cardId) });
    const [problem] = await problems();
    expect(problem?.projection.status).toBe('rechecked_ok');
    const details = [line('absent', [await picture(cardId)], { text: '没有这个栏目' })];
    expect(await answer({ cardId, value: 'absent', details, after: await lastOf(cardId) })).toMatchObject({ filed: 1 });
    const [wrong] = (await problems()).filter(({ projection }) => projection.status === 'suspected');
    await reviewFindings(app, AREA, [wrong?.id as string], { act: 'rejected', code: 'fine', reason: null }, OFFICE);
    expect(await answer({ cardId, value: 'absent', details, after: await lastOf(cardId) })).toEqual({ filed: 0, standing: 0, settled: 1 });
  });

  it('files one service once, however many pages it shows on (seeds M15)', async () => {
    const [a, b] = [await picture('service-forms'), await picture('service-forms')];
    const service = (name: string, url: string, shot: string) => line('absent', [shot], { service: name, url, text: '没有提供表格' });
    const details = [service('建筑施工许可', 'http://x/1', a), service('“建筑施工 许可”', 'http://x/2', b)];
    expect(await answer({ cardId: 'service-forms', value: 'absent', details })).toMatchObject({ filed: 1 });
    const again = [service('建筑施工许可', 'http://x/3', a)];
    const form = { cardId: 'service-forms', value: 'absent', after: await lastOf('service-forms') };
    expect(await answer({ ...form, details: again })).toEqual({ filed: 0, standing: 1, settled: 0 });
    const unnamed = [service('', 'http://x/1', a)];
    await expect(answer({ ...form, after: await lastOf('service-forms'), details: unnamed })).rejects.toThrow('哪项办事服务');
  });
});

describe('a judgement', () => {
  it('made before an answer of the same day comes out again the same; one made after holds it', async () => {
    at('2024-04-12', '08:00');
    const early = await judgeDay(app, AREA, '2024-04-12');
    at('2024-04-12', '09:00');
    await answer({ cardId: 'leader-information', value: 'none', looked: '领导栏目' });
    expect(await rejudgeDay(app, AREA, '2024-04-12')).toMatchObject({ same: true, again: { digest: early.digest } });
    at('2024-04-12', '10:00');
    const late = await judgeDay(app, AREA, '2024-04-12');
    expect(late.digest).not.toBe(early.digest);
    at('2024-04-20', '10:00');
    expect(await rejudgeDay(app, AREA, '2024-04-12')).toMatchObject({ same: true, again: { digest: late.digest } });
    expect([await cardsOf('2024-04-11'), await cardsOf('2024-04-12'), await cardsOf('2024-04-13')]).toEqual([
      [],
      [['card:leader-information', 'pass']],
      [],
    ]);
  });

  it('of a period takes the last answer up to its cut-off, and none of the period before', async () => {
    const register = await readRegister(app.db, AREA);
    const answersOf = async (after: string, cutoff: string) => {
      const input = {
        areaId: AREA,
        register,
        period: parsePeriod('2024-04'),
        span: { after, cutoff },
        previousId: null,
      };
      const { channels } = await periodBasis(app, input, {
        observations: (span) => observationsBetween(app.db, AREA, span.after, span.until),
        ledger: () => ledgerOf(app.db, AREA),
      });
      return channels.flatMap(({ observations }) => observations.filter(({ clause }) => clause === 'DD-1.3').map(({ verdict }) => verdict));
    };
    expect(await answersOf('2024-03-31', '2024-04-11'), 'the day before it was given').toEqual([]);
    expect(await answersOf('2024-03-31', '2024-04-12')).toEqual(['pass']);
    expect(await answersOf('2024-04-11', '2024-04-30')).toEqual(['pass']);
    expect(await answersOf('2024-04-12', '2024-04-30'), 'of the period before').toEqual([]);
    await answer({ cardId: 'leader-information', value: 'unsure', after: await lastOf('leader-information') });
    expect(await answersOf('2024-03-31', '2024-04-30'), 'corrected: no pass is left').toEqual(['cannot-tell']);
    const { history } = await viewCard(app, AREA, { period: undefined, cardId: 'leader-information', channelId: portal.id });
    expect(
      history.map(({ label, person: by }) => [label, by]),
      'the old answer stays',
    ).toEqual([
      ['已查看，尚不能认定', '周强'],
      ['已查看，没有发现', '周强'],
    ]);
    expect(
      await findFacts(
        app.db,
        portal.id,
        history.map(({ id }) => id),
      ),
    ).toHaveLength(2);
  });
});

describe('several channels at once', () => {
  const clean = (cardId: string, channelIds: string[], looked: string) =>
    answerClean(app, AREA, { period: undefined, cardId, channelIds, looked }, CENTRE);

  it('only with words of what was looked at, only nothing found, and never over an answer', async () => {
    const both = [portal.id, WORLD.site.id];
    await expect(clean('question-channel', both, '看过')).rejects.toThrow('至少 10 个字');
    await expect(clean('bonus-data', [portal.id], '逐个打开了首页和数据开放栏目')).rejects.toThrow('逐个网站');
    await expect(clean('overview-information', [portal.id], '逐个打开了首页和概况栏目查看')).rejects.toMatchObject({ code: 'conflict' });
    await expect(clean('overview-information', [WORLD.site.id], '逐个打开了首页和概况栏目查看')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await clean('question-channel', both, '逐个打开了首页和互动交流栏目查看')).toEqual({ answered: 2 });
    const { rows } = await list({ clauses: ['SV-5.1'] });
    expect(rows.filter(({ answer: said }) => said?.looked.includes('互动交流')).map(({ standing }) => standing.code)).toEqual([
      'pass',
      'pass',
    ]);
  });

  it('export with the day, the rules and who answered', async () => {
    const { bytes, fileName } = await cardsFile(app, AREA, { ...ALL, answered: 'yes' });
    const { sheets } = await readXlsx(bytes);
    const text = JSON.stringify(sheets[0]?.rows);
    expect(fileName).toBe('白水县2024年4月人工检查.xlsx');
    for (const word of ['周强', '截至2024-04-20', 'national-2019@1', '不通过', '没有这个栏目']) expect(text).toContain(word);
  });
});
