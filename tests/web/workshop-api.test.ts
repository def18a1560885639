import type { Element } from 'domhandler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { writeAreaSettings } from '../../src/app/area-settings.ts';
import type { notice as noticeEndpoint } from '../../src/contract/endpoints/notice.ts';
import type { noticeDraft } from '../../src/contract/endpoints/notice-draft.ts';
import type { noticeFigure } from '../../src/contract/endpoints/notice-figure.ts';
import type { noticeTasks } from '../../src/contract/endpoints/notice-tasks.ts';
import { NOTICE_DATA } from '../../src/notice/data/notice-data.ts';
import { docxOf } from '../../src/notice/testing/docx-of.ts';
import { fullMonth } from '../../src/notice/testing/fixtures.ts';
import { first, openParts, wordText } from '../../src/notice/testing/parts.ts';
import type { SignedIn } from '../support/people.ts';
import { type Served, serveApp } from './serve.ts';
import { draft as keepDraft, seedWorkshop, type Workshop } from './workshop.ts';

type Draft = z.output<(typeof noticeDraft)['output']>;
type Notice = z.output<(typeof noticeEndpoint)['output']>;
type Figure = z.output<(typeof noticeFigure)['output']>;
type Tasks = z.output<(typeof noticeTasks)['output']>;
type Task = Tasks['rows'][number];
interface Fault {
  code: string;
  message: string;
  next: string;
}

let served: Served;
let clerk: SignedIn;
let world: Workshop;
beforeAll(async () => {
  served = await serveApp(null);
  clerk = await served.as();
  world = await seedWorkshop(served.app.db);
});
afterAll(() => served?.stop());

const address = (path: string) => `${served.url}/api/areas/${world.areaId}${path}`;
async function get<T>(path: string): Promise<T> {
  const response = await clerk.fetch(address(path));
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
async function post<T = { ok: true }>(path: string, body: object): Promise<{ status: number; body: T }> {
  const response = await served.post(address(path), body);
  return { status: response.status, body: (await response.json()) as T };
}
const draftOf = (id: string) => get<Draft>(`/notices/${id}/draft`);
const saving = (draft: Draft, by: string, rest: object = {}) => ({
  by,
  version: draft.version,
  paragraphs: draft.paragraphs.map(({ id, part, level, heading, runs, deadline }) => ({ id, part, level, heading, runs, deadline })),
  head: draft.head,
  naming: draft.naming.confirmed ? draft.naming.choice : null,
  ...rest,
});
const save = async (id: string, draft: Draft, by: string, rest: object = {}) => {
  const { status, body } = await post<Draft>(`/notices/${id}/draft`, saving(draft, by, rest));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const office = (by: string, version: number, rest: object = {}) => ({ by, role: 'office', version, ...rest });
const withText = (draft: Draft, id: string, text: string) => ({
  paragraphs: saving(draft, '').paragraphs.map((one) => (one.id === id ? { ...one, runs: [...one.runs, { text }] } : one)),
});

describe('the numbers of a notice', () => {
  it('S06: every one of them, the real 郎溪 month where its facts are there, is as many rows as it says or made of numbers that are', async () => {
    const { figures } = await get<Notice>(`/notices/${world.monthly}`);
    expect(figures.length).toBeGreaterThan(20);
    for (const { id, printed } of figures) {
      const one = await get<Figure>(`/notices/${world.monthly}/figures/${encodeURIComponent(id)}`);
      const counts = one.how === '逐行计数';
      if (counts && id === 'sites.problemUnits')
        expect([id, new Set(one.rows.map(({ cells }) => cells.unit)).size]).toEqual([id, parseInt(printed, 10)]);
      else if (counts) expect([id, one.rows.length]).toEqual([id, parseInt(printed, 10)]);
      else expect([id, one.rows.length + one.parts.length]).not.toEqual([id, 0]);
      // What fails, and what is told of a unit, leads to its problems.
      const accused = one.rows.filter(({ cells }) => Object.values(cells).includes('不合格') && id.endsWith('.fail'));
      expect([id, accused.filter(({ problems }) => problems.length === 0)]).toEqual([id, []]);
    }
  });
});

describe('the editor of a draft', () => {
  it('marks a typed number at once with the figure it should be, and is content when it is bound', async () => {
    const before = await draftOf(world.monthly);
    const target = before.paragraphs.find(({ part, runs }) => part === 'overview' && runs.some((run) => 'figure' in run));
    const figure = before.figures.find(({ unit }) => unit === '家');
    const id = target?.id as string;
    const typed = await save(world.monthly, before, '王', withText(before, id, `${figure?.name}999家。`));
    const found = typed.disagreements.find(({ kind, stated }) => kind === 'typed-figure' && stated === '999家');
    expect(found).toMatchObject({ place: id, severity: 'blocks', recomputed: figure?.printed });
    const bound = await save(world.monthly, typed, '王', saving(before, '王', { version: typed.version, by: '王' }));
    expect(bound.disagreements.filter(({ kind }) => kind === 'typed-figure')).toEqual([]);
    expect(bound.version).toBe(typed.version + 1);
  });

  it('survives a reload with order, own paragraphs and what was taken out', async () => {
    const before = await draftOf(world.monthly);
    const [first, ...rest] = saving(before, '').paragraphs;
    const own = { id: 'own.p1', part: 'opening', level: 0, heading: null, runs: [{ text: '另附说明。' }], deadline: null };
    const gone = rest.at(-1)?.id as string;
    await save(world.monthly, before, '王', { paragraphs: [own, first, ...rest.slice(0, -1)] });
    const after = await draftOf(world.monthly);
    expect(after.paragraphs.map(({ id }) => id)).toEqual(['own.p1', first?.id, ...rest.slice(0, -1).map(({ id }) => id)]);
    expect(after.removed.map(({ id }) => id)).toEqual([gone]);
    const read = await get<Notice>(`/notices/${world.monthly}`);
    expect(read.body[0]?.runs[0]?.text).toBe('另附说明。');
  });

  it('rests on the documents that are chosen, and warns of one that is no longer in force', async () => {
    const id = await keepDraft(served.app.db, world.areaId, 'basis', '2022-12', 'monthly-monitoring', fullMonth());
    const before = await draftOf(id);
    const old = before.basisRegister.find(({ standing }) => standing === 'ended');
    expect(old).toMatchObject({ number: '国务院令第492号', replacedBy: '国务院令第711号' });
    const basis = [{ title: old?.title ?? '', number: old?.number ?? null }];
    const after = await save(id, before, '王', { head: { ...before.head, basis } });
    expect(after.disagreements.filter(({ kind }) => kind === 'legal-basis').map(({ message }) => message)).toEqual([
      expect.stringContaining('现行的是国务院令第711号'),
    ]);
    expect(JSON.stringify(after.paragraphs[0]?.runs)).toContain('国务院令第492号');
    const now = { title: '中华人民共和国政府信息公开条例', number: '国务院令第711号' };
    const right = await save(id, after, '王', { head: { ...after.head, basis: [now] } });
    expect(right.disagreements.filter(({ kind }) => kind === 'legal-basis')).toEqual([]);
    expect(right.basisRegister[0]).toMatchObject({ ...now, standing: 'in-force' });
  });

  it('goes to the addressees the office chooses among those it keeps', async () => {
    await writeAreaSettings(served.app.db, world.areaId, {
      addressGroups: [{ name: '全县', parts: [{ printed: '各镇人民政府' }, { printed: '县政府各部门、各直属机构' }] }],
    });
    const id = await keepDraft(served.app.db, world.areaId, 'addressees', '2022-12', 'monthly-monitoring', fullMonth());
    const before = await draftOf(id);
    const [group] = before.addressGroups;
    const after = await save(id, before, '王', { head: { ...before.head, addressees: group?.addressees } });
    expect(after.addressees).toBe('各镇人民政府，县政府各部门、各直属机构');
    await writeAreaSettings(served.app.db, world.areaId, { addressGroups: [] });
  });

  it('refuses the second of two who edit, and says who was first', async () => {
    const one = await draftOf(world.monthly);
    await save(world.monthly, one, '王');
    const { status, body } = await post<Fault>(`/notices/${world.monthly}/draft`, saving(one, '李'));
    expect([status, body.code]).toEqual([409, 'conflict']);
    expect(body.message).toContain('王已经保存了更新的一版');
    expect((await draftOf(world.monthly)).savedBy).toBe('王');
  });

  it('says from the first what it lacks, and is not sent for review before', async () => {
    const taken = fullMonth();
    const undated = { ...taken, document: { ...taken.document, signedDate: null } };
    const id = await keepDraft(served.app.db, world.areaId, 'undated', '2022-12', 'monthly-monitoring', undated);
    const before = await draftOf(id);
    expect(before.missing).toMatchObject([{ text: '没有填写成文日期', where: 'head', bars: true }]);
    expect((await get<Notice>(`/notices/${id}`)).missing).toEqual(before.missing);
    const { status, body } = await post<Fault>(`/notices/${id}/submit`, office('王', 0));
    expect([status, body.message, body.next]).toEqual([422, '没有填写成文日期，不能送审。', '请在编辑页的“版头”中办好后送审。']);
    const after = await save(id, before, '王', { head: { ...before.head, signedDate: '2022-12-28' } });
    expect(after.missing).toEqual([]);
    expect((await post(`/notices/${id}/submit`, office('王', after.version))).status).toBe(200);
    const seenBy = async (name: string) =>
      ((await (await (await served.as({ name })).fetch(address(`/notices/${id}`))).json()) as Notice).ownDraft;
    expect(await seenBy('王')).toContain('不能审核自己的稿子');
    expect(await seenBy('赵主任')).toBeNull();
    const { periods } = await get<{ periods: { id: string; signedDate: string }[] }>('/notice-choices');
    expect(periods.every(({ signedDate }) => signedDate >= '2022-12-27')).toBe(true);
  });

  it.each([
    ['printed before signed', { signedDate: '2022-12-30', printedDate: '2022-12-29' }, '印发日期'],
    ['a day that is none', { signedDate: '2022-02-30' }, '成文日期'],
    ['no title', { title: ' ' }, '标题'],
  ])('refuses a head with %s', async (_, head, field) => {
    const draft = await draftOf(world.monthly);
    const { status, body } = await post<Fault>(
      `/notices/${world.monthly}/draft`,
      saving(draft, '王', { head: { ...draft.head, ...head } }),
    );
    expect([status, body.message.includes(field)]).toEqual([400, true]);
  });

  it('takes a long draft, and one with an unknown figure only as something that bars the issue', async () => {
    const draft = await draftOf(world.monthly);
    const id = draft.paragraphs[0]?.id as string;
    const long = await save(world.monthly, draft, '王', withText(draft, id, '长'.repeat(19_000)));
    const lost = saving(draft, '王', { version: long.version }).paragraphs.map((one) =>
      one.id === id ? { ...one, runs: [{ figure: 'nobody' }] } : one,
    );
    const missing = await save(world.monthly, long, '王', { paragraphs: lost });
    expect(missing.disagreements).toContainEqual(expect.objectContaining({ kind: 'missing', severity: 'refused' }));
    await save(world.monthly, missing, '王', { paragraphs: saving(draft, '').paragraphs });
  });

  it('prints 等 and shows who was left out when names are confirmed', async () => {
    const draft = await draftOf(world.quarterly);
    const blame = draft.naming.proposals.find(({ rule, named }) => rule === 'blame-approved' && named.length > 1);
    const out = blame?.named[0] as string;
    expect(draft.naming).toMatchObject({ confirmed: false, needed: true });
    const naming = { ...draft.naming.choice, leaveOut: [out] };
    const after = await save(world.quarterly, draft, '王', { naming });
    const now = after.naming.proposals.find(({ rule }) => rule === 'blame-approved');
    expect([after.naming.confirmed, now?.leftOut, now?.named.includes(out)]).toEqual([true, [out], false]);
    const text = JSON.stringify(after.paragraphs.find(({ id }) => id === 'overview.volumes')?.runs);
    expect(text).toContain('等审发信息数量偏少');
    const { rows } = await get<{ rows: unknown[] }>(`/notices/${world.quarterly}/figures/volumes.units`);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the life of a notice', () => {
  const id = 'notice_life';
  let version = 0;
  beforeAll(async () => {
    const snapshot = fullMonth(12, { addressees: ['各乡镇人民政府', '县住建局，县有关部门'], disclosureMark: '主动公开' });
    await keepDraft(served.app.db, world.areaId, 'life', '2022-12', 'monthly-monitoring', {
      ...snapshot,
      document: {
        ...snapshot.document,
        contacts: [{ matter: '网站', name: '张某', phone: '13800138000', qq: '123456789' }],
      },
    });
    await served.app.db.updateTable('notice').set({ version: 7 }).where('id', '=', id).execute();
  });
  const stage = async () => (await draftOf(id)).stage.code;

  it('N16: keeps a requirement in the library and puts it in with a deadline in working days', async () => {
    const requirement = { id: null, heading: '书面反馈', text: '请报送整改报告。', deadline: { workingDays: 5 } };
    const { body } = await post<{ id: string; heading: string }[]>('/requirements', requirement);
    expect(body).toMatchObject([{ heading: '书面反馈', deadline: { workingDays: 5 } }]);
    const before = await draftOf(id);
    const own = { id: 'own.requirement1', part: 'requirements', level: 2, heading: '书面反馈', runs: [{ text: '请报送整改报告。' }] };
    const paragraphs = [...saving(before, '').paragraphs, { ...own, deadline: { workingDays: 5 } }];
    const head = { ...before.head, number: '某政公开办[2022]012号', signedDate: '2022-12-30', printedDate: '2022-12-30' };
    const after = await save(id, before, '王', { paragraphs, head });
    version = after.version;
    expect(after.head.number).toBe('某政公开办〔2022〕12号');
    const read = await get<Notice>(`/notices/${id}`);
    for (const words of ['请报送整改报告。', '完成时限：2023年1月9日（含当日）。']) expect(JSON.stringify(read.body)).toContain(words);
    const retired = await post<unknown[]>(`/requirements/${body[0]?.id}/retire`, {});
    expect([retired.body, (await get<unknown[]>('/requirements')).length]).toEqual([[], 0]);
  });

  it('is issued only after a second person has approved the very words', async () => {
    expect((await post<Fault>(`/notices/${id}/issue`, office('李', version))).body.code).toBe('conflict');
    expect((await post(`/notices/${id}/submit`, office('王', version))).status).toBe(200);
    const own = await post<Fault>(`/notices/${id}/review`, office('王', version, { approve: true }));
    expect([own.status, own.body.message]).toEqual([403, '王参与了拟稿，不能审核自己的稿子。']);
    expect((await post<Fault>(`/notices/${id}/review`, office('李', version, { approve: false }))).status).toBe(400);
    await post(`/notices/${id}/review`, office('李', version, { approve: false, note: '补充落款日期' }));
    expect(await stage()).toBe('returned');
    await post(`/notices/${id}/submit`, office('王', version));
    await post(`/notices/${id}/review`, office('李', version, { approve: true }));
    expect(await stage()).toBe('approved');
    // Words saved after the approval are in hand again.
    const changed = await save(id, await draftOf(id), '王');
    expect(changed.stage.code).toBe('drafting');
    expect((await post<Fault>(`/notices/${id}/issue`, office('李', version))).body.code).toBe('conflict');
    version = changed.version;
    await post(`/notices/${id}/submit`, office('王', version));
    await post(`/notices/${id}/review`, office('李', version, { approve: true }));
    const issued = await post<Fault>(`/notices/${id}/issue`, office('李', version, { note: '经主任同意照发' }));
    expect(issued.status, JSON.stringify(issued.body)).toBe(200);
    const { acts, files, stage: now } = await get<Notice>(`/notices/${id}`);
    expect(now.code).toBe('issued');
    expect(acts.map(({ act }) => act.code)).toEqual([
      ...['submitted', 'returned', 'submitted', 'approved'],
      ...['submitted', 'approved', 'issued'],
    ]);
    expect(files.map(({ format }) => format)).toEqual(['docx', 'html', 'pdf', 'xlsx']);
    expect((await post<Fault>(`/notices/${id}/draft`, saving(await draftOf(id), '王'))).body.code).toBe('refused');
  });

  it('N16: has made a task of the requirement for every addressee', async () => {
    const { rows: tasks, total, counts } = await get<Tasks>('/notice-tasks?size=200');
    expect([total, counts]).toEqual([tasks.length, { all: tasks.length, open: tasks.length, late: 0 }]);
    const towns = tasks.filter(({ addressee }) => /[镇乡]$/.test(addressee));
    expect(towns.length).toBeGreaterThan(3);
    expect(tasks.map(({ addressee }) => addressee)).toEqual(expect.arrayContaining(['县住建局', '县有关部门']));
    expect(new Set(tasks.map(({ dueOn, heading }) => `${heading} ${dueOn}`))).toEqual(new Set(['书面反馈 2023-01-09']));
    const [first] = towns as [Task];
    const settled = await post<Task>(`/notices/${id}/tasks`, {
      by: '王',
      paragraphId: first.paragraphId,
      addressee: first.addressee,
      done: true,
    });
    expect([settled.body.doneBy, settled.body.addressee]).toEqual(['王', first.addressee]);
    const { rows: done, counts: after } = await get<Tasks>('/notice-tasks?state=done');
    expect([done.map(({ addressee }) => addressee), after.open]).toEqual([[first.addressee], tasks.length - 1]);
  });

  it('holds its number against every other notice of the year', async () => {
    const before = await draftOf(world.quarterly);
    const head = { ...before.head, number: '某政公开办〔2022〕12号', signedDate: '2023-01-05', printedDate: null };
    const { version: now } = await save(world.quarterly, before, '王', { head });
    await post(`/notices/${world.quarterly}/submit`, office('王', now));
    await post(`/notices/${world.quarterly}/review`, office('李', now, { approve: true }));
    const refused = await post<Fault>(`/notices/${world.quarterly}/issue`, office('李', now, { note: '经主任同意照发' }));
    expect([refused.status, refused.body.message.includes('〔2022〕12号已用于')]).toEqual([409, true]);
    expect((await get<Notice>(`/notices/${world.quarterly}`)).head.state.code).toBe('draft');
  });

  it('asks for 印发日期 where none was written, and prints the one it is issued with', async () => {
    const place = `/notices/${world.quarterly}`;
    const { version, head } = await draftOf(world.quarterly);
    const now = await save(world.quarterly, { ...(await draftOf(world.quarterly)), version }, '王', { head: { ...head, number: null } });
    const told = now.missing.map(({ text, bars }) => `${text.slice(0, 6)} ${bars}`);
    expect(told).toEqual(expect.arrayContaining(['版记的印发日 false', '发文字号空着 false']));
    await post(`${place}/submit`, office('王', now.version));
    await post(`${place}/review`, office('李', now.version, { approve: true }));
    const { printing } = await get<Notice>(place);
    expect(printing).toEqual({ day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/), from: '2023-01-05' });
    const issue = (printedDate: string) =>
      post<Fault>(`${place}/issue`, office('李', now.version, { note: '经主任同意照发', printedDate }));
    const early = await issue('2023-01-04');
    expect([early.status, early.body.message]).toEqual([400, '印发日期：不能早于成文日期2023年1月5日。']);
    expect((await issue('2023-01-06')).status).toBe(200);
    const issued = await get<Notice>(place);
    expect([issued.head.state.code, issued.printing, issued.version]).toEqual(['issued', null, now.version]);
    expect(await (await clerk.fetch(address(`${place}/preview`))).text()).toContain('2023年1月6日印发');
  });

  it('takes the sealed scan as the version of record, and gives both files back byte for byte', async () => {
    const scan = Buffer.from('%PDF-1.7 sealed');
    const seal = (bytes: Buffer) =>
      clerk.fetch(address(`/notices/${id}/seal`), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      });
    expect((await seal(Buffer.from('MZ not a scan'))).status).toBe(400);
    const docx = await (await clerk.fetch(address(`/notices/${id}/files/docx`))).bytes();
    expect((await seal(scan)).status).toBe(200);
    const read = await get<Notice>(`/notices/${id}`);
    expect([read.sealed, read.files.find(({ format }) => format === 'sealed')?.formatName]).toEqual([true, '盖章扫描件（正式文本）']);
    expect(Buffer.from(await (await clerk.fetch(address(`/notices/${id}/files/sealed`))).bytes()).equals(scan)).toBe(true);
    expect(await (await clerk.fetch(address(`/notices/${id}/files/docx`))).bytes()).toEqual(docx);
    expect((await seal(Buffer.from('%PDF-1.7 again'))).status).toBe(200);
    const formats = (await get<Notice>(`/notices/${id}`)).files.map(({ format, formatName }) => [format, formatName]);
    expect(formats).toEqual(
      expect.arrayContaining([
        ['sealed', '盖章扫描件（已更换）'],
        ['sealed-2', '盖章扫描件（正式文本）'],
      ]),
    );
  });

  it('is issued in the Word form of the office too, kept with who brought it in', async () => {
    const id = await keepDraft(served.app.db, world.areaId, 'form', '2022-11', 'monthly-monitoring', fullMonth());
    const starter = Buffer.from(await (await clerk.fetch(address(`/notices/${id}/form-starter`))).arrayBuffer());
    const hand = async (bytes: Uint8Array<ArrayBuffer>) => {
      const query = new URLSearchParams({ fileName: '本办.docx' });
      const headers = { 'content-type': 'application/octet-stream' };
      const zhao = await served.as({ name: '赵' });
      const response = await zhao.fetch(address(`/office-forms?${query}`), { method: 'POST', headers, body: bytes });
      return { status: response.status, body: (await response.json()) as Fault & { id: string; by: string }[] };
    };
    const wrong = await hand(new Uint8Array(await docxOf(['{标题}', '{没有这个}'])));
    expect([wrong.status, wrong.body.message]).toEqual([400, expect.stringContaining('本办.docx')]);
    const { status, body } = await hand(new Uint8Array(starter));
    expect([status, body.length, body[0]?.by]).toEqual([200, 1, '赵']);
    const form = body[0]?.id as string;
    expect(Buffer.from(await (await clerk.fetch(address(`/office-forms/${form}/file`))).arrayBuffer()).equals(starter)).toBe(true);
    const draft = await draftOf(id);
    const signed = await save(id, draft, '王', {
      head: { ...draft.head, signedDate: '2023-01-05', number: '某政公开办〔2023〕77号' },
      naming: draft.naming.choice,
    });
    expect((await clerk.fetch(address(`/notices/${id}/office-copy/${form}`))).headers.get('content-disposition')).toContain('.docx');
    await post(`/notices/${id}/submit`, office('王', signed.version));
    await post(`/notices/${id}/review`, office('李', signed.version, { approve: true }));
    const issued = await post(`/notices/${id}/issue`, office('李', signed.version, { form, note: '照发' }));
    expect(issued).toMatchObject({ status: 200 });
    const { files } = await get<Notice>(`/notices/${id}`);
    expect(files.map(({ format }) => format)).toContain('office');
    const written = new Uint8Array(await (await clerk.fetch(address(`/notices/${id}/files/office`))).arrayBuffer());
    const parts = await openParts(written);
    expect(wordText(first(await parts('word/document.xml'), 'w:body') as Element)).toContain('某政公开办〔2023〕77号');
    expect((await post<unknown[]>(`/office-forms/${form}/retire`, {})).body).toEqual([]);
  });

  it('is exported without contacts on demand', async () => {
    const copy = async (masked: string) => (await clerk.fetch(address(`/notices/${id}/copy/html?masked=${masked}`))).text();
    expect(await copy('no')).toContain('13800138000');
    const masked = await copy('yes');
    for (const personal of ['13800138000', '123456789', '张某']) expect(masked).not.toContain(personal);
    expect((await clerk.fetch(address(`/notices/${id}/copy/exe`))).status).toBe(400);
  });

  it('stands on the public page under an index number, with the same figures for programs', async () => {
    const wanted = {
      by: '王',
      role: 'office',
      columnId: 'progress',
      genre: '通报',
      grouping: '监督保障',
      topic: '政务公开',
      keywords: ['监测'],
    };
    const without = await post<Fault>(`/notices/${id}/publish`, { ...wanted, topic: '', organisation: '11341722003251630P' });
    expect([without.status, without.body.message.includes('主题分类')]).toEqual([400, true]);
    expect((await post<Fault>(`/notices/${id}/publish`, { ...wanted, organisation: null })).body.message).toContain('机构代码');
    const page = `${served.url}/public/${world.areaId}/${id}`;
    expect((await clerk.fetch(page)).status).toBe(404);
    expect((await post(`/notices/${id}/publish`, { ...wanted, organisation: '11341722003251630P' })).status).toBe(200);
    const { publication } = await get<Notice>(`/notices/${id}`);
    expect(publication.indexNumber).toBe('11341722003251630P/202212-00001');
    const response = await clerk.fetch(page);
    const html = await response.text();
    expect([html.includes('<script'), html.includes('138'), html.includes('发布日期')]).toEqual([false, false, true]);
    const data = NOTICE_DATA.parse(await (await clerk.fetch(`${page}/files/json`)).json());
    for (const figure of data.figures) expect(html, figure.name).toContain(`>${figure.printed}</data>`);
    expect(data.tables.reduce((sum, table) => sum + table.rows.length, 0)).toBe(html.split('<tr data-row').length - 1);
  });

  it('counts a reader once a session and knows nothing of them', async () => {
    const page = `${served.url}/public/${world.areaId}/${id}`;
    const views = async () => (await get<Notice>(`/notices/${id}`)).publication.views;
    const first = await clerk.fetch(page);
    const before = await views();
    const cookies = first.headers.getSetCookie();
    expect(cookies).toEqual([`read=1; Path=/public/${world.areaId}/${id}; SameSite=Lax; HttpOnly`]);
    await clerk.fetch(page, { headers: { cookie: 'read=1' } });
    expect(await views()).toBe(before);
    const switched = await clerk.fetch(`${page}?view=senior`, { redirect: 'manual' });
    expect([switched.status, switched.headers.get('location')]).toEqual([303, `/public/${world.areaId}/${id}`]);
    expect(switched.headers.getSetCookie()[0]).toContain('view=senior; Path=/public; Max-Age=');
    expect(await (await clerk.fetch(page, { headers: { cookie: 'view=senior; read=1' } })).text()).toContain('class="senior"');
  });

  it('is corrected by a new version that names it and takes its place', async () => {
    const { body } = await post<{ id: string }>(`/notices/${id}/correct`, { by: '王', data: 'same' });
    expect((await post<{ id: string }>(`/notices/${id}/correct`, { by: '王', data: 'same' })).body.id).toBe(body.id);
    const before = await draftOf(body.id);
    expect(JSON.stringify(before.paragraphs[0]?.runs)).toContain('2022年12月30日印发的《');
    expect(JSON.stringify(before.paragraphs[0]?.runs)).toContain('〔2022〕12号');
    const saved = await save(body.id, before, '王', { head: { ...before.head, signedDate: '2023-01-06' } });
    await post(`/notices/${body.id}/submit`, office('王', saved.version));
    await post(`/notices/${body.id}/review`, office('李', saved.version, { approve: true }));
    const issued = await post<Fault>(`/notices/${body.id}/issue`, office('李', saved.version, { note: '经主任同意照发' }));
    expect(issued.status, JSON.stringify(issued.body)).toBe(200);
    expect((await get<Notice>(`/notices/${id}`)).stage.code).toBe('replaced');
    expect((await get<Notice>(`/notices/${body.id}`)).supersedes?.id).toBe(id);
    expect(await (await clerk.fetch(`${served.url}/public/${world.areaId}/${id}`)).text()).toContain('本通报已被更正');
  });

  it('leaves the public page with a reason, and its number is not given again', async () => {
    expect((await post<Fault>(`/notices/${id}/withdraw`, { by: '王', role: 'office' })).status).toBe(400);
    expect((await post(`/notices/${id}/withdraw`, { by: '王', role: 'office', note: '内容更正' })).status).toBe(200);
    expect((await clerk.fetch(`${served.url}/public/${world.areaId}/${id}/files/json`)).status).toBe(404);
    expect(await (await clerk.fetch(`${served.url}/public/${world.areaId}`)).text()).toContain('还没有公开的通报');
  });
});

describe('what is handed in', () => {
  it.each([
    ['no version', '/notices/notice_monthly/submit', { by: '王' }, '版本：没有填写'],
    ['days that are none', '/requirements', { id: null, heading: 'a', text: 'b', deadline: { workingDays: 0 } }, '工作日数：不能小于 1'],
    ['no such notice', '/notices/nothing/submit', { role: 'office', version: 0, by: '王' }, '没有这份通报'],
  ])('is refused in words: %s', async (_, path, input, words) => {
    const { status, body } = await post<Fault>(path, input);
    expect([status >= 400 && status < 500, body.message]).toEqual([true, expect.stringContaining(words)]);
  });

  it('comes from our own pages only', async () => {
    const response = await clerk.fetch(address('/notices/notice_monthly/submit'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify({ role: 'office', version: 0, by: '王' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('N09: what may not be published', () => {
  it.each(['不予公开', '依申请公开', null] as const)('N09: a notice set to %s; set to 主动公开 the line was in its file', async (mark) => {
    const name = `closed${['不予公开', '依申请公开', null].indexOf(mark)}`;
    const snapshot = fullMonth(6, { disclosureMark: null });
    const id = await keepDraft(served.app.db, world.areaId, name, '2022-12', 'monthly-monitoring', snapshot);
    const line = async () =>
      /（此件[^）]*公开）/u.exec(await (await clerk.fetch(address(`/notices/${id}/copy/html?masked=no`))).text())?.[0];
    for (const set of ['主动公开', mark] as const) {
      const before = await draftOf(id);
      await save(id, before, '王', { head: { ...before.head, disclosureMark: set } });
      expect(await line()).toBe(set === null ? undefined : `（此件${set}）`);
    }
    await served.app.db.updateTable('notice').set({ state: 'issued', issuedAt: served.app.now() }).where('id', '=', id).execute();
    const wanted = { columnId: 'progress', genre: '通报', grouping: '监督保障', topic: '政务公开', keywords: [], organisation: null };
    const { status, body } = await post<Fault>(`/notices/${id}/publish`, { by: '王', role: 'office', ...wanted });
    expect([status, body.code]).toEqual([422, 'refused']);
    expect((await clerk.fetch(`${served.url}/public/${world.areaId}/${id}`)).status).toBe(404);
  });
});

describe('the audit of a file', () => {
  const audit = (bytes: string, name: string, path = '/api/audit', more = '') =>
    clerk.fetch(`${served.url}${path}?name=${encodeURIComponent(name)}${more}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new TextEncoder().encode(bytes),
    });
  const TEXT = '关于2022年12月监测情况的通报\n\n全县共检查网站44家，合格39家，合格率87.8%。\n';

  it('finds the rate that its own counts contradict', async () => {
    const response = await audit(TEXT, '通报.txt');
    const report = (await response.json()) as { counts: { disagrees: number }; figures: { stated: string; recomputed: string }[] };
    expect(report.counts.disagrees).toBeGreaterThan(0);
    expect(report.figures.find(({ stated }) => stated.includes('87.8'))?.recomputed).toContain('88.6');
  });

  it.each([
    ['', '空.docx', 400],
    ['MZ\0\u0001\u0002\0\0', '程序.exe', 400],
  ])('says clearly what it cannot read: %s', async (bytes, name, status) => {
    const response = await audit(bytes, name);
    const body = (await response.json()) as Fault;
    expect([response.status, body.next.length > 0]).toEqual([status, true]);
  });

  it('gives the marked page back, and comments only to a .docx', async () => {
    expect(await (await audit(TEXT, '通报.txt', '/api/audit/copy', '&as=html')).text()).toContain('88.6');
    expect((await audit(TEXT, '通报.txt', '/api/audit/copy', '&as=docx')).status).toBe(400);
  });
});

describe('what a draft begins with', () => {
  it('offers the periods that were closed and the kinds of notice', async () => {
    const { periods, templates } = await get<{ periods: { id: string }[]; templates: { id: string }[] }>('/notice-choices');
    expect(periods.map(({ id }) => id)).toEqual(['2022-12', '2022-Q4']);
    expect(templates.map(({ id }) => id)).toContain('monthly-monitoring');
    const wanted = { period: '2022-12', template: 'monthly-monitoring', title: '新通报', signedDate: null };
    const { body } = await post<{ id: string }>('/notices', wanted);
    expect((await draftOf(body.id)).head.title).toBe('新通报');
    expect((await post<Fault>('/notices', { ...wanted, period: '2021-01' })).status).toBe(404);
  });
});
