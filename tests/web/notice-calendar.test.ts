import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { writeAreaSettings } from '../../src/app/area-settings.ts';
import { correctNotice } from '../../src/app/notices/correct-notice.ts';
import { draftNotice } from '../../src/app/notices/draft-notice.ts';
import { issueNotice } from '../../src/app/notices/issue-notice.ts';
import { workingDraft } from '../../src/app/notices/working-draft.ts';
import { closePeriod } from '../../src/app/periods/close-period.ts';
import type { namingMarks } from '../../src/contract/endpoints/naming-marks.ts';
import type { notice as noticeShown } from '../../src/contract/endpoints/notice.ts';
import type { reportCalendar } from '../../src/contract/endpoints/report-calendar.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { figureMap, plainText } from '../../src/notice/outline.ts';
import { findNotice, type Notice } from '../../src/store/notices.ts';
import { writeRegister } from '../../src/store/register.ts';
import { WORLD } from '../support/store-world.ts';
import { type Served, serveApp } from './serve.ts';

const OFFICE = { role: 'office', unitId: null, name: '县政务公开办' } as const;
const AREA = WORLD.county.id;
type Calendar = z.output<(typeof reportCalendar)['output']>;
type Marks = z.output<(typeof namingMarks)['output']>;

let served: Served;
beforeAll(async () => {
  served = await serveApp(null);
  await writeRegister(served.app.db, WORLD.register);
  await writeAreaSettings(served.app.db, AREA, { head: { issuer: '县政务公开办', disclosureMark: '主动公开' } });
  for (const id of ['2024-03', '2024-04']) {
    const { to } = parsePeriod(id);
    await closePeriod(served.app, AREA, id, { cutoff: to, day: to, at: `${to}T10:00:00.000Z`, by: OFFICE });
  }
});
afterAll(() => served?.stop());

const clock = (day: string): void => {
  served.app.now = () => `${day}T02:00:00.000Z`;
};
async function ask<T>(path: string, body?: object): Promise<{ status: number; body: T }> {
  const address = `${served.url}/api/areas/${AREA}${path}`;
  const response = await (body ? served.post(address, body) : (await served.as()).fetch(address));
  return { status: response.status, body: (await response.json()) as T };
}
const calendar = async (): Promise<[string, string][]> =>
  (await ask<Calendar>('/report-calendar')).body.rows.map(({ period, state }) => [period.id, state.code]);
const marks = async () => (await ask<Marks>('/naming-marks')).body;
const noticeOf = async (id: string): Promise<Notice> => (await findNotice(served.app.db, id)) as Notice;
async function textOf(id: string): Promise<string> {
  const { document } = await workingDraft(served.app, await noticeOf(id));
  return document.body.map(({ heading, runs }) => `${heading ?? ''}${plainText(runs, figureMap(document))}`).join('\n');
}
/** The words of a notice as its page shows them. */
async function shown(id: string): Promise<string> {
  const { body } = (await ask<z.output<(typeof noticeShown)['output']>>(`/notices/${id}`)).body;
  return body.map(({ heading, runs }) => `${heading ?? ''}${runs.map(({ text }) => text).join('')}`).join('\n');
}
const draft = (period: string, template = 'monthly-report') =>
  draftNotice(served.app, AREA, period, template, { title: `${period}月报`, signedDate: '2024-05-14' }, served.app.now());
const issue = (id: string, day: string) =>
  issueNotice(served.app, id, { at: `${day}T03:00:00.000Z`, day, by: OFFICE, overrideReason: '测试' });

describe('N03: calendar of reports', () => {
  it('begins with the first month watched from its first day where an office has set nothing', async () => {
    clock('2024-04-02');
    expect(await calendar()).toEqual([['2024-04', 'coming']]);
  });

  it('N03: calls April late on 10 May, until it is issued', async () => {
    await issue(await draft('2024-03'), '2024-04-02');
    clock('2024-05-10');
    const wanted = { period: '2024-04', template: 'monthly-report', title: '2024年4月政务公开月报', signedDate: '2024-05-10' };
    const april = (await ask<{ id: string }>('/notices', wanted)).body.id;
    expect(await calendar()).toEqual([
      ['2024-04', 'late'],
      ['2024-05', 'coming'],
      ['2024-03', 'issued'],
    ]);
    const act = async (what: string, by: string, more = {}) =>
      expect([what, await ask(`/notices/${april}/${what}`, { by, version: 0, note: '照发', ...more })]).toMatchObject([
        what,
        { status: 200 },
      ]);
    await act('submit', '王敏');
    await act('review', '赵主任', { approve: true });
    expect((await calendar())[0], 'not before it goes out').toEqual(['2024-04', 'late']);
    await act('issue', '王敏');
    const { rows } = (await ask<Calendar>('/report-calendar')).body;
    expect(rows.map(({ state }) => state.code)).toEqual(['coming', 'issued', 'issued']);
    expect(rows[1]).toMatchObject({ due: '2024-05-08', issued: { on: '2024-05-10', noticeId: april, late: true } });
  });

  it('follows the duties an office sets, and takes what was issued elsewhere', async () => {
    const yearly = { every: 'year', name: '年度报告', withinWorkingDays: 20, from: '2023' };
    await writeAreaSettings(served.app.db, AREA, { reports: [yearly] });
    expect(await calendar()).toEqual([
      ['2023', 'late'],
      ['2024', 'coming'],
    ]);
    const paper = { by: '王', duty: 'year.any', periodId: '2023', issuedOn: '2024-01-25', title: '2023年度报告' };
    expect((await ask<Calendar>('/report-calendar', paper)).body.rows[1]).toMatchObject({
      state: { code: 'issued' },
      issued: { on: '2024-01-25', title: '2023年度报告', noticeId: null, late: false },
    });
    expect(await ask('/report-calendar', { ...paper, issuedOn: '2024-06-01' })).toMatchObject({ status: 400 });
    expect(await ask('/report-calendar', { ...paper, periodId: '2019' })).toMatchObject({ status: 404 });
    await expect(writeAreaSettings(served.app.db, AREA, { reports: [{ ...yearly, from: '2023-01' }] })).rejects.toMatchObject({
      faults: [{ field: 'reports.0.from' }],
    });
    await writeAreaSettings(served.app.db, AREA, { reports: null });
  });
});

describe('N04: units to be named for late disclosure', () => {
  const { housing, town } = WORLD;
  const mark = (unitId: string, fault: string, reason: string) => ask<Marks>('/naming-marks', { by: '王', unitId, fault, reason });

  it('N04: names both of two marked units in the next draft, and an issued notice clears the marks', async () => {
    await mark(housing.id, 'late', '一季度财政信息迟公开12日');
    expect((await mark(town.id, 'passive', '经督促才公开补贴清单')).body.rows).toHaveLength(2);
    expect((await mark(town.id, 'passive', '经督促才公开补贴清单')).status).toBe(409);
    const wanted = { period: '2024-04', template: 'problems-and-requirements', title: '4月份通报', signedDate: '2024-05-10' };
    const { id } = (await ask<{ id: string }>('/notices', wanted)).body;
    const text = await shown(id);
    expect(text).toContain(`信息公开不及时。${housing.name}（一季度财政信息迟公开12日）`);
    expect(text).toContain(`信息公开不主动。${town.name}（经督促才公开补贴清单）`);
    expect((await marks()).rows.map(({ namedIn }) => namedIn)).toEqual([null, null]);
    await issue(id, '2024-05-11');
    expect((await marks()).rows.map(({ namedIn }) => namedIn?.noticeId)).toEqual([id, id]);
    expect(await shown(await draft('2024-03', 'problems-and-requirements'))).not.toContain('公开不及时');
  });

  it('names them again in a correction of that notice, frozen anew', async () => {
    const named = (await marks()).rows[0]?.namedIn?.noticeId as string;
    const by = { role: 'office', unitId: null, name: '王' } as const;
    const correct = async (data: 'same' | 'fresh', at: string) =>
      noticeOf(await correctNotice(served.app, await noticeOf(named), { data, by, at }));
    const words = await correct('same', '2024-05-12T01:00:00.000Z');
    const corrected = (await correct('fresh', '2024-05-12T02:00:00.000Z')).id;
    // The draft begun for words alone is the one, with data of this moment.
    expect([corrected, (await noticeOf(corrected)).snapshot.frozenAt]).toEqual([words.id, '2024-05-12T02:00:00.000Z']);
    expect(words.snapshot.frozenAt).not.toBe('2024-05-12T02:00:00.000Z');
    expect(await textOf(corrected)).toContain(`信息公开不主动${town.name}`);
  });

  it('keeps who let a unit off and why, and refuses to issue a draft that still names it', async () => {
    await mark(town.id, 'late', '二季度栏目未按期更新');
    const id = await draft('2024-04', 'monthly-monitoring');
    expect(await textOf(id)).toContain(`信息公开不及时${town.name}`);
    const markId = (await marks()).rows[0]?.id as string;
    const lifted = await ask<Marks>(`/naming-marks/${markId}/lift`, { by: '李', reason: '已说明情况' });
    expect(lifted.body.rows.find((row) => row.id === markId)?.lifted).toMatchObject({ by: '李', reason: '已说明情况' });
    expect((await ask(`/naming-marks/${markId}/lift`, { by: '李', reason: '再次' })).status).toBe(404);
    await expect(issue(id, '2024-05-13')).rejects.toMatchObject({
      code: 'refused',
      faults: [{ message: `${town.name}已撤下，不再点名` }],
    });
  });

  it('refuses a unit of another area and an empty reason', async () => {
    expect((await mark('unit_x', 'late', '理由')).status).toBe(404);
    expect((await mark(town.id, 'late', ' ')).status).toBe(400);
  });
});
