import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { reachOf } from '../../src/contract/who.ts';
import type { UserRole } from '../../src/core/role.ts';
import { project } from '../../src/ledger/project.ts';
import { loadRoutes } from '../../src/server/load-routes.ts';
import { dataTables } from '../../src/store/backup/tables.ts';
import { findNotice, insertNotice, insertNoticeFiles } from '../../src/store/notices.ts';
import type { SignedIn } from '../support/people.ts';
import { event, WORLD } from '../support/store-world.ts';
import { callOf, inputOf, PNG, textOf, unknownFields } from './leak-calls.ts';
import { ELSEWHERE, FIELD, HERE, idOf, MARKS, type Mark, seedLeaks, THIRD_PARTY, unitOf } from './leak-world.ts';
import { type Served, serveApp } from './serve.ts';
import { type History, histories, seedHistories, UNSAID } from './unconfirmed-world.ts';

/**
 * Two units of one area and one of another, each with a row in every table, each with its mark in every id and every word. Whatever
 * an endpoint answers, workbooks unpacked: the mark of who must not be seen does not stand in it, and no id of theirs opens anything.
 */
const routes = await loadRoutes();
const [OWN, BESIDE, FAR] = MARKS;
const BESIDE_NAME = /unit_besidemark|besidemark[局镇]/g;
let served: Served;
const drawIds = {} as Record<Mark, string>;
const people = new Map<UserRole, SignedIn>();
let administrator: SignedIn;
const ROLES = ['unit', 'bureau', 'third_party', 'reader', 'centre', 'office'] as const;
beforeAll(async () => {
  served = await serveApp(null);
  await seedLeaks(served.app.db, await served.app.blobs.put(PNG));
  for (const role of ROLES) people.set(role, await served.as(role === 'third_party' ? THIRD_PARTY : personOf(role)));
  administrator = await served.as({ ...personOf('office'), name: '某管理员', administers: true });
  for (const { id } of await served.app.db.selectFrom('draw').select('id').execute())
    for (const mark of MARKS) if (id.startsWith(mark)) drawIds[mark] = id;
});
afterAll(() => served?.stop());

const personOf = (role: UserRole) => ({
  ...{ role, name: `某${role}`, areaId: HERE },
  ...{ unitId: role === 'unit' ? unitOf(OWN) : null, fields: role === 'bureau' ? [FIELD] : [] },
});

/** Whose row each field of a call names: all of another, or one of another among the own. */
type Mix = (field: string) => Mark;
const pathNames = ({ path }: Endpoint): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
function mixes(endpoint: Endpoint, of: Mark): Mix[] {
  const names = pathNames(endpoint);
  const last = names.at(-1);
  return [
    () => of,
    (field) => (field === last ? of : OWN),
    (field) => (field === last ? OWN : of),
    (field) => (/^unitIds?$/.test(field) ? OWN : of),
    (field) => (names.includes(field) || /^unitIds?$/.test(field) ? OWN : of),
  ];
}

/** A decision has so many forms at most. */
const FORMS = [0, 1, 2, 3];
/** Calls that name at least one row of `of`, each once. */
function foreignInputs(endpoint: Endpoint, of: Mark): Record<string, unknown>[] {
  const inputs = mixes(endpoint, of).flatMap((mix) => FORMS.map((form) => inputOf(endpoint, mix, drawIds, { form })));
  const named = inputs.filter((input) => JSON.stringify(input).includes(of));
  return [...new Map(named.map((input) => [JSON.stringify(input), input])).values()];
}

async function answerTo(role: UserRole, endpoint: Endpoint, input: Record<string, unknown>): Promise<{ status: number; text: string }> {
  const { address, init } = callOf(endpoint, input);
  const response = await (people.get(role) as SignedIn).fetch(address, init);
  return { status: response.status, text: await textOf(response) };
}

const openTo = (role: UserRole, method: Endpoint['method']) =>
  routes.filter(({ endpoint }) => endpoint.method === method && reachOf(endpoint.who, role) !== null);

describe.each(ROLES)('what %s is shown', (role) => {
  /** Marks that may stand in no answer. A bureau urges every unit, so it knows their names and people. */
  const hidden = (id: string): readonly Mark[] =>
    ['reader', 'centre', 'office'].includes(role) || SHARED.includes(id) ? [FAR] : [BESIDE, FAR];
  const seen = (text: string): string => (role === 'bureau' ? text.replaceAll(BESIDE_NAME, '') : text);

  it('holds nothing of others, in lists, single things and downloads', async () => {
    const leaks: string[] = [];
    let shown = 0;
    for (const { id, endpoint } of openTo(role, 'GET')) {
      const { status, text } = await answerTo(
        role,
        endpoint,
        inputOf(endpoint, () => OWN, drawIds),
      );
      if (status === 200 && text.includes(OWN)) shown += 1;
      if (status >= 500) leaks.push(`${id} ${status} ${text}`);
      leaks.push(...hidden(id).flatMap((mark) => (seen(text).includes(mark) ? [`${id} shows ${mark}`] : [])));
    }
    expect(leaks).toEqual([]);
    // The test would find nothing where nothing is shown.
    expect(shown).toBeGreaterThanOrEqual(LEAST_SHOWN[role]);
  });

  it('is not opened by an id of others', async () => {
    const opened: string[] = [];
    for (const { id, endpoint } of openTo(role, 'GET'))
      for (const mark of hidden(id))
        for (const input of foreignInputs(endpoint, mark)) {
          const { status, text } = await answerTo(role, endpoint, input);
          const nothing = id === 'text-error-places' && text.includes('"places":[]');
          if ((status < 400 && !nothing) || status >= 500 || text.includes(mark)) opened.push(`${id} ${status} ${JSON.stringify(input)}`);
        }
    expect(opened).toEqual([]);
  });

  it('is not widened by a filter that names others', async () => {
    const widened: string[] = [];
    for (const { id, endpoint } of openTo(role, 'GET'))
      for (const mark of hidden(id)) {
        const inPath = pathNames(endpoint);
        const input = inputOf(endpoint, (field) => (inPath.includes(field) ? OWN : mark), drawIds, { filters: true });
        if (!Object.entries(input).some(([name, value]) => !inPath.includes(name) && JSON.stringify(value).includes(mark))) continue;
        const { status, text } = await answerTo(role, endpoint, input);
        // A list may say again what it was asked for.
        const asked = Object.values(input).reduce<string>((left, value) => left.replaceAll(String(value), ''), seen(text));
        if (status >= 500 || asked.includes(mark)) widened.push(`${id} ${status} ${JSON.stringify(input)}`);
      }
    expect(widened).toEqual([]);
  });
});

describe('what the office takes home', () => {
  it('holds no formula, whatever was typed or crawled, and says of every list its cut-off and rule', async () => {
    const formulas: string[] = [];
    const silent: string[] = [];
    const wordless: string[] = [];
    for (const { id, endpoint } of openTo('office', 'GET').filter(({ endpoint }) => endpoint.output === 'bytes')) {
      const { status, text } = await answerTo(
        'office',
        endpoint,
        inputOf(endpoint, () => OWN, drawIds),
      );
      const isCsv = text.startsWith('\ufeff');
      if (status !== 200 || !text.includes(`=1+${OWN}`)) wordless.push(id);
      if (isCsv ? /(^|,|\n)"?[=+@\t]/.test(text) : /<f[ >]/.test(text)) formulas.push(id);
      if (status === 200 && endpoint.path.endsWith('.xlsx') && !(/截止|截至/.test(text) && /规则|口径|指标|依据/.test(text)))
        silent.push(id);
    }
    expect(formulas).toEqual([]);
    expect(silent).toEqual(NO_LISTS);
    expect(wordless.toSorted()).toEqual(WITHOUT_WORDS);
  });
});

/** Answers that count findings still waiting for a reviewer. */
const WORK_COUNTED: string[] = ['areas-below-file', 'areas-work', 'desk-steps', 'overview'];

/** How many lines a workbook's sheet has: its head is the first row of several cells, above and below which stand notes of one. */
async function linesIn(response: Response, sheet: number): Promise<number> {
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  const filled = (sheets[sheet]?.rows ?? []).filter((row) => row.filter((cell) => cell !== null && cell !== '').length > 1);
  return filled.length - 1;
}

/**
 * Every workbook of the contract with what narrows it, and how many lines its sheet has without and with it. Where a thing takes several
 * lines, all of them; where this world holds one thing alone, a filter that leaves none.
 */
type Narrowed = [id: string, filter: Record<string, string>, whole: number, left: number, more?: { sheet?: number; as?: UserRole }];
const NARROWED: readonly Narrowed[] = [
  ['account-matters-file', { q: OWN }, 2, 1],
  ['account-matters-file', { only: 'overdue' }, 2, 0],
  ['accounts-file', { q: OWN }, 4, 2],
  ['accounts-list-file', { q: OWN }, 4, 2],
  ['assessment-file', { q: OWN }, 2, 1],
  ['assessment-file', { q: OWN }, 3, 2, { sheet: 1 }],
  ['assessment-file', { words: BESIDE }, 3, 1, { sheet: 1 }],
  ['channels-file', { q: OWN, type: 'site' }, 6, 1],
  ['directory-file', { q: OWN }, 3, 1],
  ['draws-file', { q: OWN }, 2, 1],
  ['key-sweeps-file', { q: OWN }, 2, 1],
  ['menus-file', { q: OWN }, 4, 2],
  ['notice-tasks-file', { state: 'done' }, 1, 0],
  ['patrols-file', { unitIds: unitOf(OWN) }, 2, 1],
  ['patrols-file', { q: OWN }, 2, 1, { sheet: 1 }],
  ['problems-file', { q: OWN }, 2, 1],
  ['prompt-file', { speed: 'undone' }, 1, 0],
  ['prompts-file', { q: OWN }, 2, 1],
  ['raw-findings-file', { answer: 'waiting' }, 1, 0, { as: 'third_party' }],
  ['reminders-file', { unitIds: unitOf(OWN) }, 2, 1],
  ['responsibility-file', { q: OWN }, 2, 1],
  ['statements-file', { q: `=1+${OWN}` }, 6, 1],
  ['text-errors-file', { q: OWN }, 2, 1],
  ['users-list-file', { q: '某管理员' }, 9, 1],
  ['cards-file', { unit: 'nobody' }, 48, 0],
];
/** Workbooks that nothing narrows but a period, or that are one thing: the record of a draw, a unit's evidence, the areas below. */
const NOT_NARROWED = ['activities-file', 'areas-below-file', 'assessment-unit-file', 'draw-file', 'unit-stocks-file'];
/** Templates, and lists whose filters other files prove with rows of their own: desk.test, directory-api.test, rectify.test, access.test. */
const ELSEWHERE_PROVED = [
  'column-library',
  'desk-file',
  'external-hosts-file',
  'raw-findings-template',
  'rectification-reports-file',
  'trail-file',
  'users-template',
  'wording-file',
];

describe('a workbook', () => {
  it.each(NARROWED)('of %s holds what %o leaves, and says in it what that was', async (...row) => {
    const [id, filter, whole, left, { sheet = 0, as = 'office' } = {}] = row as Narrowed;
    const endpoint = routes.find((route) => route.id === id)?.endpoint as Endpoint;
    const ask = (more: object) => {
      const { address } = callOf(endpoint, { ...inputOf(endpoint, () => OWN, drawIds), ...more });
      return (as === 'office' ? administrator : (people.get(as) as SignedIn)).fetch(address);
    };
    expect([await linesIn(await ask({}), sheet), await linesIn(await ask(filter), sheet)]).toEqual([whole, left]);
    const [word] = Object.values(filter);
    const text = await textOf(await ask(filter));
    expect(text).toContain('筛选条件：');
    if (filter.q !== undefined) expect(text).toContain(word);
  });

  it('is in the table above, or named for what it is', () => {
    const workbooks = routes.filter(
      ({ endpoint: { path, output } }) => output === 'bytes' && /\.xlsx$|accounts-lists|protocol$/.test(path),
    );
    const named = new Set([...NARROWED.map(([id]) => id), ...NOT_NARROWED, ...ELSEWHERE_PROVED]);
    expect(new Set(workbooks.map(({ id }) => id))).toEqual(named);
  });
});

/** Workbooks that are filled in and handed in again, not lists of anything up to a day. */
const NO_LISTS: string[] = ['column-library', 'wording-file'];

/** Answers in which no typed or crawled word stands here, so that the search for formulas says nothing of them: named, that none is missed. */
const WITHOUT_WORDS: string[] = [
  // Files as they were handed in, and pages as they were seen.
  ...['account-proof', 'card-picture', 'desk-page', 'evidence-bytes', 'imports-file', 'menu-picture', 'office-form-file'],
  ...['problem-proof', 'problem-proof-picture', 'raw-finding-picture', 'rectification-report-file', 'statement-scan'],
  // Templates, and documents that src/notice/xlsx tests.
  ...['column-library', 'import-template', 'notice-file', 'notice-form-starter', 'notice-office-copy', 'notice-preview'],
  // Lists of which this world has no row: written by the same hands as the others.
  ...['accounts-file', 'accounts-list-file', 'activities-file', 'areas-below-file', 'cards-file', 'desk-file', 'external-hosts-file'],
  ...['raw-findings-file', 'responsibility-file', 'trail-file', 'unit-stocks-file'],
].toSorted();

/** Third parties choose from all units and channels; a bureau sees which units a programme covers. */
const SHARED = ['raw-finding-choices', 'responsible-unit', 'programmes', 'responsibility-file'];
const LEAST_SHOWN = { unit: 30, bureau: 10, third_party: 3, reader: 40, centre: 50, office: 60 } as const;

/** These take ids of others without a word, and do nothing to them: what is not the caller's is passed over. */
const PASSED_OVER = ['messages-read', 'messages-take', 'messages-resend', 'desk-review', 'prompt-remind'];

describe.each(['unit', 'third_party', 'bureau', 'office', 'centre'] as const)('what %s hands in', (role) => {
  it('about a matter of others is refused, and changes nothing', async () => {
    const before = await contents();
    const taken: string[] = [];
    for (const { id, endpoint } of openTo(role, 'POST'))
      for (const mark of role === 'unit' ? [BESIDE, FAR] : [FAR])
        for (const input of foreignInputs(endpoint, mark)) {
          if (id === 'programme-item-add' && input.unitId === unitOf(OWN) && mark === BESIDE) continue;
          const { status, text } = await answerTo(role, endpoint, input);
          if (status >= 500 || (status < 400 && !PASSED_OVER.includes(id))) taken.push(`${id} ${status} ${JSON.stringify(input)} ${text}`);
        }
    expect(taken).toEqual([]);
    expect(await contents()).toEqual(before);
  });
});

/** A print of every table but those that keep who called. */
async function contents(): Promise<Record<string, string>> {
  const { db } = served.app;
  const all: Record<string, string> = {};
  for (const { name } of await dataTables(db)) {
    if (['trail', 'trail_outcome', 'user_session'].includes(name)) continue;
    const { rows } = await sql<{
      print: string | null;
    }>`select md5(string_agg(t::text, '|' order by t::text)) as print from ${sql.table(name)} t`.execute(db);
    all[name] = rows[0]?.print ?? '';
  }
  return all;
}

describe('an issued notice', () => {
  it('is read whole by the units and the bureau of its area; drafts, notices of other areas and what it is computed from are not', async () => {
    const { db, blobs } = served.app;
    const words = await blobs.put(
      Buffer.from(`<!doctype html><p>通报<data class="figure" data-figure="${BESIDE}">1家</data></p><tr data-row="${BESIDE}-p">`),
    );
    await db
      .updateTable('notice')
      .set({ state: 'issued', issuedAt: '2022-12-28T01:00:00.000Z' })
      .where('id', 'in', [`${OWN}-n`, `${FAR}-n`])
      .execute();
    // A period has one notice of a kind a version: the unit beside has none of its own yet.
    const own = await findNotice(db, `${OWN}-n`);
    if (!own) throw new Error('the world has no notice');
    await insertNotice(db, { ...own, id: `${BESIDE}-n`, state: 'draft', issuedAt: null });
    const html = { format: 'html', blob: words, fileName: '通报.html', bytes: 30 };
    for (const mark of MARKS) await insertNoticeFiles(db, [{ noticeId: `${mark}-n`, ...html }]);
    const get = async (role: UserRole, path: string, area = HERE) => {
      const response = await (people.get(role) as SignedIn).fetch(`/api/areas/${area}/${path}`);
      return { status: response.status, text: await textOf(response) };
    };
    const statuses = (role: UserRole, paths: readonly string[], area?: string) =>
      Promise.all(paths.map(async (path) => (await get(role, path, area)).status));
    const filesOf = (mark: Mark) => [`notices/${mark}-n/preview`, `notices/${mark}-n/files/html`, `notices/${mark}-n/files/docx`];
    for (const role of ['unit', 'bureau'] as const) {
      const list = JSON.parse((await get(role, 'issued-notices')).text) as { id: string; files: { format: string }[] }[];
      expect(list.map(({ id, files }) => [id, files.map(({ format }) => format)])).toEqual([[`${OWN}-n`, ['docx', 'html']]]);
      const { text } = await get(role, `notices/${OWN}-n/preview`);
      expect([text.includes('通报1家'), text.includes(BESIDE)]).toEqual([true, false]);
      expect(await statuses(role, filesOf(OWN))).toEqual([200, 200, 200]);
      // The bureau is not in the closed list: it is told so of a draft, where others find nothing.
      expect(new Set(await statuses(role, filesOf(BESIDE)))).toEqual(new Set(role === 'unit' ? [404] : [403, 404]));
      expect(await statuses(role, filesOf(FAR))).toEqual([404, 404, 404]);
      expect(await statuses(role, ['issued-notices', ...filesOf(FAR)], ELSEWHERE)).toEqual([403, 403, 403, 403]);
      const behind = ['', '/draft', '/figures/stock', '/copy/docx', '/republications'].map((rest) => `notices/${OWN}-n${rest}`);
      expect(await statuses(role, ['notices', ...behind])).toEqual(Array(6).fill(403));
    }
    expect(new Set(await statuses('third_party', ['issued-notices', ...filesOf(OWN)]))).toEqual(new Set([403]));
  });
});

/**
 * What nobody has confirmed is nobody's problem: findings that wait, or were not accepted, merged or exempted before, change no answer to
 * who does not review them, in words or in numbers; one that was confirmed at some time stays to be read.
 */
describe('a finding that nobody confirmed', () => {
  const OUTSIDE = ['unit', 'bureau', 'reader', 'third_party'] as const;
  const answers = async (role: UserRole): Promise<Map<string, string>> => {
    const all = new Map<string, string>();
    for (const { id, endpoint } of openTo(role, 'GET')) {
      const { status, text } = await answerTo(
        role,
        endpoint,
        inputOf(endpoint, () => OWN, drawIds),
      );
      // A workbook says to the second when it was written.
      all.set(id, `${status} ${text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z(?=<\/dcterms)/g, '')}`);
    }
    return all;
  };
  const before = new Map<UserRole, Map<string, string>>();
  let unsaid: string[];
  let said: string[];
  let seed: (some: readonly History[]) => Promise<string[]>;
  beforeAll(async () => {
    const { db, blobs } = served.app;
    const of = { areaId: HERE, unitId: unitOf(OWN), besideId: unitOf(BESIDE), channelId: idOf(OWN, WORLD.account.id), category: FIELD };
    const all = histories(unitOf(OWN));
    seed = (some) => blobs.put(PNG).then((blob) => seedHistories(db, some, { ...of, blob, userId: 'u' }));
    said = await seed(all.filter(({ end }) => end.everInStock));
    for (const role of OUTSIDE) before.set(role, await answers(role));
    unsaid = await seed(all.filter(({ end }) => !end.everInStock));
  });

  it('comes about in many ways, and so does one that was confirmed', () => {
    expect([unsaid.length, said.length].map((n) => n >= 10)).toEqual([true, true]);
  });

  it.each(OUTSIDE)('changes nothing that %s is shown', async (role) => {
    const after = await answers(role);
    const changed = [...after].flatMap(([id, text]) => (text === before.get(role)?.get(id) ? [] : [id]));
    expect([...after].flatMap(([id, text]) => (text.includes(UNSAID) ? [id] : []))).toEqual([]);
    // How much the reviewers still have to do is no accusation: it says nothing of whom.
    expect(changed).toEqual(role === 'reader' ? WORK_COUNTED : []);
  });

  it.each(OUTSIDE)('is not opened to %s by its id', async (role) => {
    const opened: string[] = [];
    for (const { id, endpoint } of [...openTo(role, 'GET'), ...openTo(role, 'POST')].filter(
      ({ endpoint }) => 'problemId' in endpoint.input.shape || 'problemIds' in endpoint.input.shape,
    ))
      for (const problemId of unsaid) {
        const input = inputOf(endpoint, () => OWN, drawIds);
        const named = 'problemIds' in input ? { ...input, problemIds: [problemId] } : { ...input, problemId };
        const { status, text } = await answerTo(role, endpoint, named);
        if (status < 400 || status >= 500 || text.includes(UNSAID)) opened.push(`${id} ${status} ${problemId}`);
      }
    expect(opened).toEqual([]);
  });

  const list = routes.find(({ id }) => id === 'problems')?.endpoint as Endpoint;
  const seen = async (role: UserRole, ids: readonly string[]): Promise<number> => {
    const { text } = await answerTo(role, list, { ...inputOf(list, () => OWN, drawIds), size: '200' });
    const shown = new Set((JSON.parse(text) as { rows: { id: string }[] }).rows.map(({ id }) => id));
    return ids.filter((id) => shown.has(id)).length;
  };

  it('is read by those who review, and by all once it was confirmed', async () => {
    for (const role of ['office', 'centre'] as const) expect(await seen(role, unsaid)).toBe(unsaid.length);
    for (const role of ['unit', 'bureau', 'reader'] as const)
      expect([await seen(role, unsaid), await seen(role, said)]).toEqual([0, said.length]);
  });

  it('M20: stays with the unit that found it by itself, also while the machine has met it again', async () => {
    const by = { role: 'unit', unitId: unitOf(OWN), name: '某人' } as const;
    const events = [event('x', 1, 'found', { day: '2022-12-20', by }), event('x', 2, 'reopened', { day: '2022-12-20' })];
    const ids = await seed([{ events, end: project(events) }]);
    const counts = await Promise.all((['office', 'unit', 'bureau', 'reader'] as const).map((role) => seen(role, ids)));
    expect(counts).toEqual([2, 2, 0, 0]);
  });
});

it('knows of every field that takes any text whether it can name a row: a new one is put down in leak-calls.ts, one way or the other', () => {
  expect(routes.flatMap(({ id, endpoint }) => unknownFields(endpoint).map((field) => `${id} ${field}`))).toEqual([]);
});

it('tries what the contract would take: nearly every call is refused for whose it is, not for its shape', () => {
  const wrong = routes.flatMap(({ id, endpoint }) => {
    const { error } = endpoint.input.safeParse(inputOf(endpoint, () => FAR, drawIds));
    return typeof endpoint.who !== 'string' && error ? [`${id} ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`] : [];
  });
  expect(wrong).toEqual([]);
});
