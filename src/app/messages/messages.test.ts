import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type RobotServer, robotServer } from '../../../tests/support/robot-server.ts';
import { type SmtpServer, smtpServer } from '../../../tests/support/smtp-server.ts';
import { event, problem, WORLD } from '../../../tests/support/store-world.ts';
import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import { putDuty } from '../../store/duty.ts';
import { insertFacts } from '../../store/facts.ts';
import { listEvents } from '../../store/problem-events.ts';
import { writeRegister } from '../../store/register.ts';
import { putSetting } from '../../store/settings.ts';
import { settingsOf } from '../area-settings.ts';
import { appendToLedger } from '../ledger/append.ts';
import { handOver } from '../ledger/hand-over.ts';
import type { App } from '../open.ts';
import { deliverDue, openPost, type Post } from './deliver.ts';
import { resend, takeAlarms, viewInbox, viewUndelivered, viewUnread } from './inbox.ts';
import { passOnAlarms } from './pass-on.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { remindUnits } from './remind-units.ts';
import { recordReminder, viewReminders } from './reminder-record.ts';
import { saveRoster, viewRoster } from './roster.ts';
import { dropRecipient, saveChannel, saveRecipient, testChannel, viewSetUp } from './set-up.ts';
import { tellDown } from './tell-down.ts';
import { tellGraveProblems, tellGraveWords } from './tell-grave.ts';
import { writeMessages } from './write-messages.ts';

const areaId = WORLD.county.id;
const OFFICE = { role: 'office', unitId: null, name: '县政务公开办' } as const;
const home = mkdtempSync(join(tmpdir(), 'mingcha-messages-'));
let database: TestDatabase;
let app: App;
let post: Post;
let robot: RobotServer;
let mail: SmtpServer;
let now = instantOf('2024-10-11', '10:00');
let wecom = '';
let smtp = '';

beforeAll(async () => {
  [database, robot, mail] = await Promise.all([testDatabase(), robotServer(), smtpServer()]);
  await writeRegister(database.db, WORLD.register);
  await putSetting(database.db, areaId, 'messages', { address: 'http://mingcha.example' });
  const hosts = [robot.host, `127.0.0.1:${mail.port}`];
  const config = { home, databaseUrl: database.url, allowNetworks: ['127.0.0.0/8'], host: '', port: 0, contact: null, messageHosts: hosts };
  app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), config, now: () => now, close: async () => undefined };
  post = await openPost(app);
  const robotSettings = { address: `http://${robot.host}/cgi-bin/webhook/send?key=SECRETKEY`, secret: null };
  const shared = { id: null, closed: false, by: '张三' };
  wecom = await saveChannel(app, areaId, { ...shared, kind: 'wecom', name: '工作群', settings: robotSettings });
  const settings = { host: '127.0.0.1', port: mail.port, security: 'none', from: 'office@county.example' };
  smtp = await saveChannel(app, areaId, { ...shared, kind: 'email', name: '县邮箱', settings });
});
afterAll(async () => {
  await Promise.all([robot.stop(), mail.stop()]);
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(async () => {
  now = instantOf('2024-10-11', '10:00');
  for (const table of ['message', 'messageAttempt', 'messageRecipient', 'duty'] as const) await database.db.deleteFrom(table).execute();
  for (const list of [robot.calls, robot.answers, mail.taken]) list.length = 0;
  mail.refuse = null;
});

const later = (minutes: number): void => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
};
const ROBOT = () => ({ channelId: wecom, to: null });
const MAIL = (to = 'lisi@county.example') => ({ channelId: smtp, to });
const recipient = (name: string, more: object = {}) =>
  saveRecipient(app, areaId, { name, unitId: null, routes: [], quiet: null, digestAt: null, by: '张三', ...more });
const draft = (cause: string, more: object = {}) => ({
  ...{ kind: 'prompt', cause, title: `标题${cause}`, body: '正文', link: '/areas/a/ledger' },
  ...{ urgent: false, confidential: false, at: now, ...more },
});
const write = (cause: string, to: string, more: object = {}) =>
  writeMessages(database.db, areaId, draft(cause, more) as Parameters<typeof writeMessages>[2], [{ name: to }]);
const inbox = async (name: string) => (await viewInbox(app, areaId, { names: [name] }, { number: 1, size: 50 })).rows;
const states = async (name: string) => (await inbox(name)).map(({ title, delivery }) => `${title} ${delivery.state.code}`).sort();

describe('the outbox', () => {
  it('a message is there only if what caused it is, and a cause is told once', async () => {
    await database.db
      .transaction()
      .execute(async (trx) => {
        await writeMessages(trx, areaId, draft('a') as Parameters<typeof writeMessages>[2], [{ name: '李四' }]);
        throw new Error('the cause failed');
      })
      .catch(() => undefined);
    expect(await inbox('李四')).toEqual([]);
    expect(await write('a', '李四')).toHaveLength(1);
    expect(await write('a', '李四')).toHaveLength(0);
    expect(await inbox('李四')).toMatchObject([{ title: '标题a', readAt: null, delivery: { state: { code: 'inbox', name: '站内' } } }]);
  });

  it('goes by the first way, with a link back', async () => {
    await recipient('李四', { routes: [ROBOT(), MAIL()] });
    await write('a', '李四');
    expect(await deliverDue(post)).toBe(1);
    expect(await states('李四')).toEqual(['标题a sent']);
    expect(JSON.stringify(robot.calls[0]?.body)).toContain('http://mingcha.example/areas/a/ledger');
    expect(mail.taken).toHaveLength(0);
    expect(await deliverDue(post)).toBe(0);
  });

  it('a channel that is down is asked again, then the next way is taken; nothing is lost when all are down', async () => {
    await recipient('李四', { routes: [ROBOT(), MAIL()] });
    await write('a', '李四');
    for (let i = 0; i < 5; i++) robot.answers.push({ status: 502, body: 'bad gateway' });
    const tried: number[] = [];
    for (const minutes of [0, 0.4, 0.1, 2, 8, 30]) {
      later(minutes);
      await deliverDue(post);
      tried.push(robot.calls.length);
    }
    expect(tried).toEqual([1, 1, 2, 3, 4, 5]);
    expect(mail.taken).toHaveLength(1);
    expect(await states('李四')).toEqual(['标题a sent']);

    mail.refuse = '550 5.1.1 no such user';
    robot.answers.push({ body: { errcode: 93000, errmsg: 'invalid webhook url' } });
    await write('b', '李四');
    await deliverDue(post);
    await deliverDue(post);
    expect(await states('李四')).toEqual(['标题a sent', '标题b undelivered']);
    const [lost] = await viewUndelivered(app, areaId, []);
    expect(lost?.delivery.detail).toContain('县邮箱：发件服务器拒收');
    mail.refuse = null;
    expect(await resend(app, areaId, [lost?.id ?? ''])).toBe(1);
    await deliverDue(post);
    expect(await states('李四')).toEqual(['标题a sent', '标题b sent']);
  });

  it('a robot gets no more than 20 a minute; what is over waits, and nothing is taken for a failure', async () => {
    for (let i = 0; i < 22; i++) {
      await recipient(`单位${i}`, { routes: [ROBOT()] });
      await write('a', `单位${i}`);
    }
    await deliverDue(post);
    expect(robot.calls).toHaveLength(20);
    later(0.9);
    await deliverDue(post);
    expect(robot.calls).toHaveLength(20);
    later(0.2);
    await deliverDue(post);
    expect(robot.calls).toHaveLength(22);
  });

  it('two workers send nothing twice', async () => {
    for (let i = 0; i < 8; i++) {
      await recipient(`人${i}`, { routes: [MAIL(`p${i}@county.example`)] });
      await write('a', `人${i}`);
    }
    await Promise.all([deliverDue(post), deliverDue(post)]);
    expect(mail.taken.map(({ to }) => to).sort()).toEqual(Array.from({ length: 8 }, (_, i) => `p${i}@county.example`));
  });

  it('a worker killed while sending: sent again under the same number, saying so', async () => {
    await recipient('李四', { routes: [MAIL()] });
    await write('a', '李四');
    await deliverDue(post);
    await database.db.updateTable('message').set({ state: 'sending', claimedAt: now, sentAt: null }).execute();
    later(2.9);
    await deliverDue(post);
    expect(mail.taken).toHaveLength(1);
    later(0.2);
    await deliverDue(post);
    const ids = mail.taken.map(({ data }) => /^Message-ID: (.*)$/m.exec(data)?.[1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(Buffer.from(mail.taken[1]?.data.split('\n\n')[1] ?? '', 'base64').toString()).toContain('本条可能是重复的');
  });

  it('quiet hours: what waited goes as one in the morning; an urgent one at once', async () => {
    await recipient('李四', { routes: [MAIL()], quiet: { from: '22:00', to: '07:00' } });
    now = instantOf('2024-10-11', '23:00');
    await write('a', '李四');
    await write('b', '李四');
    await write('c', '李四', { urgent: true });
    await deliverDue(post);
    expect(mail.taken).toHaveLength(1);
    now = instantOf('2024-10-12', '06:59');
    await deliverDue(post);
    expect(mail.taken).toHaveLength(1);
    now = instantOf('2024-10-12', '07:00');
    await deliverDue(post);
    expect(mail.taken).toHaveLength(2);
    expect(await states('李四')).toEqual(['标题a sent', '标题b sent', '标题c sent']);
  });

  it('one message a day for who wishes that', async () => {
    await recipient('李四', { routes: [MAIL()], digestAt: '17:00' });
    for (const cause of ['a', 'b', 'c']) await write(cause, '李四');
    await deliverDue(post);
    expect(mail.taken).toHaveLength(0);
    now = instantOf('2024-10-11', '17:00');
    expect(await deliverDue(post)).toBe(1);
    expect(mail.taken).toHaveLength(1);
  });

  it('whoever is taken out before it went gets nothing outside; it stays visible', async () => {
    await recipient('李四', { routes: [MAIL()] });
    await write('a', '李四');
    await dropRecipient(app, areaId, '李四');
    await deliverDue(post);
    expect(mail.taken).toHaveLength(0);
    expect(await states('李四')).toEqual(['标题a undelivered']);
  });
});

describe('channels', () => {
  it('tells nobody its secrets, keeps them when left out, and is tested on the spot', async () => {
    const view = await viewSetUp(app, areaId, []);
    expect(JSON.stringify(view)).not.toContain('SECRETKEY');
    expect(view.channels.find(({ id }) => id === wecom)).toMatchObject({ filled: ['address'], settings: {} });
    await saveChannel(app, areaId, { id: wecom, kind: 'wecom', name: '工作群', closed: false, settings: {}, by: '张三' });
    expect(await testChannel(app, areaId, { id: wecom, to: null, by: '张三' })).toEqual({ sent: true, detail: null });
    expect(robot.calls[0]?.query.get('key')).toBe('SECRETKEY');
    later(1);
    robot.answers.push({ body: { errcode: 45009, errmsg: 'api freq out of limit' } });
    expect(await testChannel(app, areaId, { id: wecom, to: null, by: '张三' })).toMatchObject({ sent: false });
    expect((await viewSetUp(app, areaId, [])).channels.find(({ id }) => id === wecom)?.last?.outcome.code).toBe('busy');
  });

  it.each([
    ['an inner address', { address: 'https://10.0.0.1/x', secret: null }],
    ['another host', { address: 'https://evil.example/x', secret: null }],
    ['a field nobody knows', { address: 'https://qyapi.weixin.qq.com/x', secret: null, more: 1 }],
    ['nothing', {}],
  ])('is refused with %s', async (_name, settings) => {
    const wish = { id: null, kind: 'wecom', name: 'x', closed: false, settings, by: '张三' } as const;
    await expect(saveChannel(app, areaId, wish)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a mailbox is needed where mail is chosen', async () => {
    await expect(recipient('李四', { routes: [{ channelId: smtp, to: null }] })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(recipient('李四', { routes: [{ channelId: 'x', to: null }] })).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('S02: alarms', () => {
  const alarm = () => ({ cause: 'site', title: '网站打不开', body: '县住建局', link: null, confidential: false, at: now });
  const roster = [
    { day: '2024-10-11', name: '王五', deputy: '赵六' },
    { day: '2024-10-12', name: '钱七', deputy: null },
  ];

  it('at night it goes to the name of the roster, unanswered after 30 minutes to the deputy, then to the office', async () => {
    await putDuty(database.db, areaId, roster, { by: '张三', at: now });
    await recipient('王五', { routes: [MAIL('wangwu@county.example')], quiet: { from: '22:00', to: '07:00' } });
    now = instantOf('2024-10-12', '02:10');
    await raiseAlarm(database.db, areaId, alarm());
    await deliverDue(post);
    expect(mail.taken.map(({ to }) => to)).toEqual(['wangwu@county.example']);
    later(29);
    await passOnAlarms(app);
    expect(await inbox('赵六')).toEqual([]);
    later(1);
    await Promise.all([passOnAlarms(app), passOnAlarms(app)]);
    expect(await inbox('赵六')).toMatchObject([{ title: '【转】网站打不开', needsAnswer: true, urgent: true }]);
    expect((await inbox('赵六'))[0]?.body).toContain('王五30分钟没有应答');
    later(30);
    await passOnAlarms(app);
    await passOnAlarms(app);
    expect(await inbox('政务公开办')).toMatchObject([{ title: '【转】【转】网站打不开' }]);
    later(300);
    await passOnAlarms(app);
    expect((await database.db.selectFrom('message').selectAll().execute()).length).toBe(3);
  });

  it('once answered nobody else is called', async () => {
    await putDuty(database.db, areaId, roster, { by: '张三', at: now });
    await raiseAlarm(database.db, areaId, alarm());
    const [mine] = await inbox('王五');
    expect(await viewUnread(app, areaId, ['王五'])).toEqual({ unread: 1, unanswered: 1 });
    expect(await takeAlarms(app, areaId, { ids: [mine?.id ?? ''], names: ['王五'], by: '王五' })).toEqual({ unread: 0, unanswered: 0 });
    later(60);
    await passOnAlarms(app);
    expect(await inbox('赵六')).toEqual([]);
  });

  it('the deputy answering settles it for the first name too; a stranger cannot answer', async () => {
    await putDuty(database.db, areaId, roster, { by: '张三', at: now });
    await raiseAlarm(database.db, areaId, alarm());
    later(30);
    await passOnAlarms(app);
    const [theirs] = await inbox('赵六');
    const ids = [theirs?.id ?? ''];
    await takeAlarms(app, areaId, { ids, names: ['路人'], by: '路人' });
    expect(await viewUnread(app, areaId, ['王五'])).toMatchObject({ unanswered: 1 });
    await takeAlarms(app, areaId, { ids, names: ['赵六'], by: '赵六' });
    expect(await viewUnread(app, areaId, ['王五'])).toMatchObject({ unanswered: 0 });
    later(30);
    await passOnAlarms(app);
    expect(await inbox('政务公开办')).toEqual([]);
  });

  it('without a roster the office is called', async () => {
    await raiseAlarm(database.db, areaId, alarm());
    expect(await inbox('政务公开办')).toMatchObject([{ title: '网站打不开', needsAnswer: true }]);
    later(31);
    await passOnAlarms(app);
    expect(await inbox('政务公开办')).toHaveLength(1);
  });
});

describe('S02: a site that does not open', () => {
  const { site } = WORLD;
  const visit = (at: string, outcome: Outcome) => {
    const data = { url: site.url, outcome, status: null, ms: 15_000 };
    return makeFact<'probe'>({
      kind: 'probe',
      channelId: site.id,
      subjectId: site.id,
      at,
      source: site.url,
      how: 'http/1',
      blob: null,
      data,
    });
  };
  const visits = async (day: CalendarDate, outcomes: readonly (readonly [string, Outcome])[]) => {
    for (const [time, outcome] of outcomes) {
      const fact = visit(instantOf(day, time), outcome);
      await tellDown(database.db, site, fact);
      await insertFacts(database.db, [fact]);
    }
    return (await inbox('政务公开办')).length;
  };

  it.each([
    [
      '2024-08-01',
      [
        ['02:00', 'connect-failed'],
        ['03:00', 'timed-out'],
        ['04:00', 'timed-out'],
      ],
      1,
    ],
    [
      '2024-08-02',
      [
        ['02:00', 'connect-failed'],
        ['03:00', 'ok'],
        ['04:00', 'timed-out'],
      ],
      0,
    ],
    [
      '2024-08-03',
      [
        ['02:00', 'timed-out'],
        ['05:00', 'timed-out'],
      ],
      1,
    ],
    [
      '2024-08-04',
      [
        ['02:00', 'timed-out'],
        ['05:01', 'timed-out'],
      ],
      0,
    ],
    [
      '2024-08-05',
      [
        ['02:00', 'blocked'],
        ['03:00', 'blocked'],
        ['04:00', 'refused-address'],
        ['05:00', 'robots'],
      ],
      0,
    ],
  ] as const)('%s', async (day, outcomes, alarms) => {
    expect(await visits(day, outcomes)).toBe(alarms);
  });
});

describe('severe findings (S04)', () => {
  const page = () => ({ areaId, siteId: WORLD.site.id, url: 'http://www.baishui.gov.cn/a.html', title: '讲话', at: now });
  const item = { key: 'k', layer: 'L1', kind: 'wrong-word', severity: 1, score: 1, files: true } as const;
  const words = { string: '错误表述', found: '错误', suggestion: null, why: '见规范' };
  const tell = (over: object = {}) =>
    tellGraveWords(database.db, page(), [{ ...item, ...words, ...over } as Parameters<typeof tellGraveWords>[2][number]], new Set());

  it('is visible to three roles only, at once and once; who is on duty learns that there is something', async () => {
    await putDuty(database.db, areaId, [{ day: '2024-10-11', name: '王五', deputy: '赵六' }], { by: '张三', at: now });
    await tell();
    await tell();
    const rows = await database.db.selectFrom('message').selectAll().orderBy('recipient').execute();
    const telling = rows.filter(({ title, body }) => `${title}${body}`.includes('错误表述'));
    expect(telling.map(({ recipient: to }) => to).sort()).toEqual(['信息中心', '分管领导', '政务公开办']);
    expect(telling.every(({ confidential, urgent }) => confidential && urgent)).toBe(true);
    expect(rows.filter((row) => !telling.includes(row))).toMatchObject([{ recipient: '王五', title: '有严重信息需要立即处置' }]);
    later(30);
    await passOnAlarms(app);
    expect((await inbox('赵六'))[0]?.body).not.toContain('错误表述');
  });

  it('of lesser findings and of what a reviewer has dismissed nobody is told', async () => {
    await tell({ severity: 2 });
    await tellGraveWords(database.db, page(), [{ ...item, ...words }], new Set(['k']));
    expect(await database.db.selectFrom('message').selectAll().execute()).toEqual([]);
  });

  it('its words leave neither into a group nor into a mailbox, and undelivered they stay covered for others', async () => {
    await recipient('信息中心', { routes: [ROBOT()] });
    await recipient('分管领导', { routes: [MAIL('lead@county.example')] });
    await tell();
    await deliverDue(post);
    await deliverDue(post);
    expect(robot.calls).toHaveLength(0);
    const data = mail.taken[0]?.data ?? '';
    expect(Buffer.from(data.split('\n\n')[1] ?? '', 'base64').toString()).toContain('请登录明察');
    expect(await viewUndelivered(app, areaId, ['王五'])).toMatchObject([{ recipient: '信息中心', title: '有严重信息需要立即处置' }]);
    expect((await viewUndelivered(app, areaId, ['分管领导']))[0]?.title).toContain('疑似严重表述错误');
  });
});

describe('problems that cannot wait', () => {
  const found = (id: string, category: 'site_unreachable' | 'harmful_content' | 'column_overdue', act: 'found' | 'reopened' = 'found') => ({
    problem: { ...problem(id, { text: '原文' }), areaId, category },
    event: event(id, act === 'found' ? 1 : 9, act),
  });
  const titles = async () =>
    (await database.db.selectFrom('message').selectAll().orderBy('title').orderBy('recipient').execute()).map(
      (one) => `${one.recipient} ${one.title}`,
    );

  it('of one everybody may know who is on duty hears; found again, again; an ordinary one raises no alarm', async () => {
    await putDuty(database.db, areaId, [{ day: '2024-10-11', name: '王五', deputy: null }], { by: '张三', at: now });
    const all = [found('p1', 'site_unreachable'), found('p2', 'column_overdue'), found('p1', 'site_unreachable', 'reopened')];
    await tellGraveProblems(database.db, areaId, all, now);
    await tellGraveProblems(database.db, areaId, all, now);
    expect(await titles()).toEqual(['王五 再次发现网站无法访问（待确认）', '王五 发现网站无法访问（待确认）']);
  });

  it('of one for single eyes the closed list hears', async () => {
    await putDuty(database.db, areaId, [{ day: '2024-10-11', name: '王五', deputy: null }], { by: '张三', at: now });
    await tellGraveProblems(database.db, areaId, [found('p3', 'harmful_content')], now);
    const told = await titles();
    expect(told.filter((one) => one.endsWith('发现发布或链接有害内容（待确认）'))).toHaveLength(3);
    expect(told).toContain('王五 有严重信息需要立即处置');
  });
});

describe('deadlines', () => {
  const clause = '整改通知';
  const open = async (id: string, category: 'column_overdue' | 'serious_misstatement', day: CalendarDate) => {
    const at = instantOf(day, '10:00');
    const one = { ...problem(id), category, firstFoundOn: day, areaId, unitId: WORLD.housing.id };
    const found = { ...event(id, 1, 'found'), day, at };
    const confirmed = { ...event(id, 2, 'confirmed'), day, at, by: OFFICE };
    await appendToLedger(database.db, [], { opened: [{ problem: one, event: found }], events: [confirmed] });
    await handOver(app, areaId, { only: new Set([id]), clause, day, at, by: OFFICE });
    return (await listEvents(database.db, id)).at(-1)?.data.due;
  };

  it('P14: a severe misstatement is due the same working day, anything else within the usual days', async () => {
    expect(await open('grave', 'serious_misstatement', '2024-09-27')).toBe('2024-09-27');
    expect(await open('usual', 'column_overdue', '2024-09-27')).toBe('2024-10-10');
  });

  it('P11, P16: reminded before the limit, then 1, 3 and 5 working days after it, each once; three dates are 多次被提醒', async () => {
    await recipient('住建局联络员', { unitId: WORLD.housing.id, routes: [ROBOT()] });
    const settings = settingsOf(new Map());
    // The grave one of the 27th would be far overdue: it is withdrawn from the count by being reported as put right.
    await database.db.updateTable('problem').set({ status: 'closed' }).where('id', '=', 'grave').execute();
    for (let day = '2024-10-08'; day <= '2024-10-20'; day = addDays(day, 1)) {
      now = instantOf(day, '08:59');
      expect(await remindUnits(app, areaId, settings, WORK_CALENDAR)).toBe(0);
      now = instantOf(day, '09:00');
      await Promise.all([remindUnits(app, areaId, settings, WORK_CALENDAR), remindUnits(app, areaId, settings, WORK_CALENDAR)]);
      await remindUnits(app, areaId, settings, WORK_CALENDAR);
    }
    const { rows, units } = await viewReminders(app, areaId, { unitIds: null, from: '2024-10-01', to: '2024-10-31' });
    expect(rows.map(({ day, step, channel, addressee, problems }) => [day, step.name, channel, addressee, problems])).toEqual([
      ['2024-10-16', '拟通报', '站内消息、企业微信群机器人', '住建局联络员', 1],
      ['2024-10-14', '督办', '站内消息、企业微信群机器人', '住建局联络员', 1],
      ['2024-10-11', '逾期提醒', '站内消息、企业微信群机器人', '住建局联络员', 1],
      ['2024-10-09', '即将超期提醒', '站内消息、企业微信群机器人', '住建局联络员', 1],
    ]);
    expect(units).toMatchObject([
      { count: 4, furthest: '拟通报', words: '多次被提醒（4次：2024-10-09、2024-10-11、2024-10-14、2024-10-16）' },
    ]);
    expect(await inbox('住建局联络员')).toHaveLength(4);
    expect((await inbox('政务公开办')).map(({ kind }) => kind.code).sort()).toEqual(['letter', 'notice']);
    const span = { unitIds: null, from: '2024-10-01', to: '2024-10-31' };
    const second = await viewReminders(app, areaId, { ...span, page: { number: 2, size: 3 } });
    expect([second.total, second.rows.map(({ day }) => day)]).toEqual([4, ['2024-10-09']]);
    expect(second.units, 'units are counted over all pages').toEqual(units);
    expect((await viewReminders(app, areaId, { ...span, page: { number: 3, size: 3 } })).rows).toEqual([]);
    const only = await viewReminders(app, areaId, { unitIds: [WORLD.town.id], from: '2024-10-01', to: '2024-10-31' });
    expect(only.rows).toEqual([]);
  });

  it('a reminder by telephone counts like the others; none is kept of tomorrow', async () => {
    const byHand = { unitId: WORLD.town.id, channel: '电话', addressee: '办公室', note: null, by: '张三' };
    for (const day of ['2024-10-08', '2024-10-09']) await recordReminder(app, areaId, { ...byHand, day });
    const of = async () => (await viewReminders(app, areaId, { unitIds: [WORLD.town.id], from: '2024-10-01', to: '2024-10-31' })).units[0];
    expect(await of()).toMatchObject({ count: 2, words: null });
    await recordReminder(app, areaId, { ...byHand, day: '2024-10-11' });
    expect(await of()).toMatchObject({ count: 3, words: '多次被提醒（3次：2024-10-08、2024-10-09、2024-10-11）' });
    await expect(recordReminder(app, areaId, { ...byHand, day: '2024-10-12' })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(recordReminder(app, areaId, { ...byHand, unitId: 'x', day: '2024-10-11' })).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('值班表', () => {
  it('is kept by day, shows days off, and says who is on duty now', async () => {
    await saveRoster(app, areaId, { days: [{ day: '2024-10-11', name: '王五', deputy: null }], by: '张三' });
    now = instantOf('2024-10-12', '08:29');
    const view = await viewRoster(app, areaId, { from: '2024-10-11', days: 3 });
    expect(view.now).toMatchObject({ name: '王五' });
    expect(view.days.map(({ working, name }) => [working, name])).toEqual([
      [true, '王五'],
      [true, null],
      [false, null],
    ]);
    await saveRoster(app, areaId, { days: [{ day: '2024-10-11', name: null, deputy: null }], by: '张三' });
    expect((await viewRoster(app, areaId, { from: '2024-10-11', days: 1 })).days[0]?.name).toBe(null);
  });

  it.each([
    ['an impossible day', [{ day: '2024-02-30', name: '王五', deputy: null }]],
    ['a deputy of nobody', [{ day: '2024-10-11', name: null, deputy: '王五' }]],
    ['one person twice', [{ day: '2024-10-11', name: '王五', deputy: '王五' }]],
    ['a day twice', [1, 2].map(() => ({ day: '2024-10-11', name: '王五', deputy: null }))],
  ])('is refused with %s', async (_name, days) => {
    await expect(saveRoster(app, areaId, { days, by: '张三' })).rejects.toMatchObject({ code: 'bad-input' });
  });
});
