import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { readAreaSettings, writeAreaSettings } from '../../src/app/area-settings.ts';
import { areaId } from '../../src/subjects/area.ts';
import { seriousFindings } from '../support/axe.ts';
import type { SignedIn } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { type City, seedCity } from './city-world.ts';
import { textOf } from './leak-calls.ts';
import { seedPictures } from './pictures-world.ts';
import { type Served, serveApp } from './serve.ts';
import { seedWorld, type World } from './world.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;
let world: World;

beforeAll(async () => {
  await buildWeb();
  served = await serveApp(PAGES);
  clerk = await served.as();
  world = await seedWorld(served.app.db, served.app.blobs, { problems: 80 });
  await seedPictures(served.app.db, world);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

type Json = Record<string, unknown>;
const ask = async (path: string, who: SignedIn = clerk) => {
  const response = await who.fetch(`/api/areas/${world.areaId}/${path}`);
  return { status: response.status, body: (await response.json()) as Json };
};
const total = async (query: string, who?: SignedIn) =>
  ((await ask(`problems?size=1&${query}`, who)).body as unknown as { total: number }).total;

interface Units {
  groups: { name: string; units: { id: string; state: { code: string }; open: number; late: number }[] }[];
}
interface Freshness {
  units: { id: string; cells: { kind: string; columns: number; overdue: number; unknown: number }[] }[];
  states: { code: string; count: number }[];
}
interface Trends {
  rows: {
    id: string;
    reckoned: { after: string | null; cutoff: string; found: number; closed: number; closing: number; recurred: number } | null;
  }[];
}

describe('numbers of the pictures', () => {
  it('are those of the ledger that each opens: units by state', async () => {
    const { groups } = (await ask('pictures/units')).body as unknown as Units;
    expect(groups.map(({ name }) => name)).toContain('县直部门');
    const units = groups.flatMap((group) => group.units);
    expect(new Set(units.map(({ state }) => state.code))).toEqual(
      new Set([
        'overdue',
        'clear',
        'no_channel',
        ...(units.some(({ state }) => state.code === 'to_recheck') ? ['to_recheck'] : []),
        ...(units.some(({ state }) => state.code === 'to_hand_over') ? ['to_hand_over'] : []),
      ]),
    );
    const stock = 'confirmed,handed_over,received,disputed,rectified,partly_rectified,not_rectified,rechecked_ok';
    for (const unit of units.slice(0, 4)) {
      expect(await total(`unit=${unit.id}&status=${stock}`)).toBe(unit.open);
      expect(await total(`unit=${unit.id}&overdue=yes`)).toBe(unit.late);
    }
  });

  it('deadlines by day, what is late apart, a month without anything', async () => {
    const { body } = await ask('pictures/calendar');
    const { entries, late, days, waiting } = body as unknown as {
      entries: { day: string; kind: string; count: number }[];
      late: { problems: number; tasks: { count: number }[] };
      days: { day: string; working: boolean }[];
      waiting: string[];
    };
    expect(days).toHaveLength(31);
    expect(days.filter(({ day, working }) => !working && day > '2022-12-29').map(({ day }) => day)).toEqual(['2022-12-31']);
    for (const { day, count } of entries.filter(({ kind }) => kind === 'problems'))
      expect(await total(`due=${day}&status=${waiting.join(',')}`)).toBe(count);
    expect(late.problems).toBe(await total('overdue=yes'));
    expect(late.tasks.map(({ count }) => count)).toEqual([5]);
    expect(entries.filter(({ kind }) => kind === 'tasks').map(({ day, count }) => [day, count])).toEqual([
      ['2022-12-20', 5],
      ['2022-12-29', 2],
    ]);
    expect(entries.filter(({ kind }) => kind === 'exemptions').map(({ day }) => day)).toEqual(['2022-12-30']);
    expect((await ask('pictures/calendar?month=2019-02')).body.entries).toEqual([]);
    expect((await ask('pictures/calendar?month=2019-13')).status).toBe(400);
  });

  it('freshness: every column once, none accused that was not judged late, cells open their columns with evidence', async () => {
    const { units, states } = (await ask('pictures/freshness')).body as unknown as Freshness;
    const columns = world.register.columns.filter(({ limit, url }) => limit && url);
    const cells = units.flatMap((unit) => unit.cells);
    expect(cells.reduce((n, cell) => n + cell.columns, 0)).toBe(columns.length);
    expect(states.reduce((n, { count }) => n + count, 0)).toBe(columns.length);
    const [unit] = units;
    const [cell] = unit?.cells ?? [];
    const { body } = await ask(`pictures/freshness/columns?unitId=${unit?.id}&kind=${cell?.kind}`);
    expect(body).toMatchObject({ total: cell?.columns, rows: [{ daysLeft: -130, evidence: { kindName: '栏目列表页' } }] });
    const overdue = await ask('pictures/freshness/columns?state=overdue&by=name');
    expect((overdue.body as unknown as { total: number }).total).toBe(states.find(({ code }) => code === 'overdue')?.count);
    const { units: byName } = (await ask('pictures/freshness?by=name')).body as unknown as Freshness;
    expect(byName.flatMap((one) => one.cells).reduce((n, one) => n + one.columns, 0)).toBe(columns.length);
  });

  it('trends: each number is the list it opens; the pass rate carries its base', async () => {
    const { rows } = (await ask('pictures/trends')).body as unknown as Trends;
    expect(rows.map(({ id }) => id)).toEqual(['2022-10', '2022-11', '2022-12']);
    for (const { reckoned } of rows) {
      if (!reckoned) throw new Error('not reckoned');
      const { after, cutoff, found, closed, closing, recurred } = reckoned;
      const span = `${after ? `from=${nextDay(after)}&` : ''}to=${cutoff}`;
      expect(await total(`move=found&${span}`)).toBe(found);
      expect(await total(`move=closed&${span}`)).toBe(closed);
      expect(await total(`move=found&recurred=yes&${span}`)).toBe(recurred);
      expect(await total(`move=stock&to=${cutoff}`)).toBe(closing);
      expect(reckoned).toMatchObject({ site: { base: 44 } });
    }
    expect(rows[0]?.reckoned?.recurred).toBe(1);
    // A month that was never reckoned stands as a gap.
    await served.app.db.deleteFrom('channelVerdict').where('periodId', '=', '2022-11').execute();
    await served.app.db.deleteFrom('period').where('id', '=', '2022-11').execute();
    const after = (await ask('pictures/trends')).body as unknown as Trends;
    expect(after.rows.map(({ reckoned }) => reckoned === null)).toEqual([false, true, false]);
    expect(after.rows.at(-1)?.reckoned?.after).toBe('2022-10-27');
  });

  it('V07: three sites score in the top group and are proposed for praise', async () => {
    const { body } = await ask('pictures/scores');
    const { kinds } = body as unknown as { kinds: { rows: { score: number | null; place: number | null; praised: boolean }[] }[] };
    const rows = kinds.flatMap((kind) => kind.rows);
    expect(rows.slice(0, 6).map(({ place, score }) => [place, score])).toEqual([
      [1, 96],
      [2, 91],
      [3, 88],
      [4, 84],
      [4, 84],
      [6, 70],
    ]);
    expect(rows.filter(({ praised }) => praised)).toHaveLength(3);
  });

  it('V08: three weaknesses are listed, and the results stay what they were', async () => {
    const before = await served.app.db.selectFrom('channelVerdict').selectAll().execute();
    const { body } = await ask('pictures/weaknesses');
    const { total: count, channels } = body as unknown as { total: number; channels: { verdict: { code: string } }[] };
    expect(count).toBe(3);
    expect(channels).toHaveLength(3);
    expect(await served.app.db.selectFrom('channelVerdict').selectAll().execute()).toEqual(before);
  });

  it('a unit sees its own, nobody sees another area, and the ranking is for those who see all', async () => {
    const [unit] = world.register.units as [World['register']['units'][number]];
    const own = await served.as({ role: 'unit', areaId: world.areaId, unitId: unit.id });
    const { groups } = (await ask('pictures/units', own)).body as unknown as Units;
    expect(groups.flatMap(({ units }) => units.map(({ id }) => id))).toEqual([unit.id]);
    const { units } = (await ask('pictures/freshness', own)).body as unknown as Freshness;
    expect(units.map(({ id }) => id)).toEqual([unit.id]);
    const other = world.register.units[1]?.id;
    expect((await ask(`pictures/freshness/columns?unitId=${other}`, own)).status).toBe(403);
    expect((await ask('pictures/scores', own)).status).toBe(403);
    expect((await ask('pictures/weaknesses', own)).body).toMatchObject({ total: 0 });
    const stranger = await served
      .as({ role: 'office', areaId: world.register.areas[0]?.id === world.areaId ? 'area_elsewhere' : 'area_x' })
      .catch(() => null);
    if (stranger) expect((await ask('pictures/units', stranger)).status).toBe(403);
  });
});

interface Line {
  id: string;
  area: { code: string; name: string };
  unit: { name: string };
  overdue: boolean;
}
interface Ledger {
  total: number;
  rows: Line[];
}
interface Facets {
  areas: { code: string; name: string; count: number }[];
  units: { code: string; area: string; count: number }[];
  statuses: { code: string; count: number }[];
  stock: { count: number };
}

describe('an office of a city', () => {
  let city: City;
  let office: SignedIn;
  let areaIds: string[];
  beforeAll(async () => {
    const counties = [
      { name: '乙县', units: 3, problems: 17 },
      { name: '空县', units: 0, problems: 0 },
    ];
    city = await seedCity(served.app.db, world.areaId, { problems: 6, counties });
    office = await served.as({ name: '市办', areaId: city.id });
    areaIds = [city.id, world.areaId, ...city.countyIds];
  });
  const of = async <T>(areaId: string, path: string, who: SignedIn = office): Promise<T> => {
    const response = await who.fetch(`/api/areas/${areaId}/${path}`);
    if (response.status !== 200) throw new Error(`${response.status} ${path}`);
    return (await response.json()) as T;
  };
  const status = async (areaId: string, path: string, who: SignedIn) => (await who.fetch(`/api/areas/${areaId}/${path}`)).status;
  const sumOf = async (count: (areaId: string) => Promise<number>) =>
    (await Promise.all(areaIds.map(count))).reduce((n, one) => n + one, 0);

  it('reads one ledger over its counties, and every number of it is the sum of theirs', async () => {
    for (const query of [
      '',
      'overdue=yes',
      'q=工作动态',
      'move=found&from=2022-12-01&to=2022-12-27',
      'move=stock&to=2022-12-20',
      'kind=disclosure_site',
    ]) {
      const whole = await of<Ledger>(city.id, `problems?size=1&range=whole&${query}`);
      expect([query, whole.total]).toEqual([query, await sumOf(async (id) => (await of<Ledger>(id, `problems?size=1&${query}`)).total)]);
      expect(whole.total, query).toBeGreaterThan(0);
    }
    const facets = await of<Facets>(city.id, 'problem-facets?range=whole');
    expect(facets.areas.map(({ code }) => code)).toEqual([
      city.id,
      ...areaIds
        .slice(1)
        .toSorted((a, b) => facets.areas.findIndex(({ code }) => code === a) - facets.areas.findIndex(({ code }) => code === b)),
    ]);
    for (const { code, count } of facets.areas) {
      expect((await of<Ledger>(city.id, `problems?size=1&range=whole&area=${code}`)).total).toBe(count);
      expect(facets.units.reduce((n, unit) => (unit.area === code ? n + unit.count : n), 0)).toBe(count);
    }
    expect(facets.stock.count).toBe(await sumOf(async (id) => (await of<Facets>(id, 'problem-facets')).stock.count));
    // Without the word it stays the city's own.
    expect((await of<Ledger>(city.id, 'problems')).rows.every(({ area }) => area.code === city.id)).toBe(true);
  });

  it.each(['found', 'due', 'act', 'unit', 'periods'])(
    'pages through it by %s in both directions without losing or repeating a line',
    async (sort) => {
      const pages: Record<string, string[]> = {};
      for (const order of ['asc', 'desc']) {
        const asked = (page: number) => of<Ledger>(city.id, `problems?range=whole&sort=${sort}&order=${order}&size=40&page=${page}`);
        const { total: all, rows } = await asked(1);
        const more = await Promise.all(Array.from({ length: Math.ceil(all / 40) - 1 }, (_, i) => asked(i + 2)));
        const ids = [rows, ...more.map((page) => page.rows)].flat().map(({ id }) => id);
        expect([ids.length, new Set(ids).size]).toEqual([all, all]);
        const once = await of<Ledger>(city.id, `problems?range=whole&sort=${sort}&order=${order}&size=200`);
        expect(ids).toEqual(once.rows.map(({ id }) => id));
        pages[order] = ids;
      }
      // All of them have stood open for one period.
      if (sort !== 'periods') expect(pages.asc?.at(0)).not.toBe(pages.desc?.at(0));
    },
  );

  it('is told on its overview how each county stands: every number is the list it opens, and the workbook has the same', async () => {
    const { rows } = await of<{ rows: Record<string, number | string>[] }>(city.id, 'areas-below');
    expect(rows.map(({ id }) => id).toSorted()).toEqual(areaIds.toSorted());
    const open = 'confirmed,handed_over,received,disputed,rectified,partly_rectified,not_rectified,rechecked_ok';
    const lists = {
      open: `status=${open}`,
      late: 'overdue=yes',
      soon: 'soon=yes',
      toHandOver: 'status=confirmed',
      toRecheck: 'status=rectified,rechecked_ok',
    };
    for (const row of rows)
      for (const [key, query] of Object.entries(lists))
        expect([row.name, key, (await of<Ledger>(city.id, `problems?size=1&range=whole&area=${row.id}&${query}`)).total]).toEqual([
          row.name,
          key,
          row[key],
        ]);
    expect(rows.find(({ name }) => name === '乙县')).toMatchObject({
      units: 3,
      late: 4,
      period: { label: '2022年12月', site: { base: 3, passing: 2 } },
    });
    expect(rows.find(({ name }) => name === '空县')).toMatchObject({ units: 0, open: 0, period: null });
    const county = await served.as({ name: '县办', areaId: world.areaId });
    for (const path of ['areas-below', 'areas-work']) {
      expect((await of<{ rows: object[] }>(world.areaId, path, county)).rows).toHaveLength(1);
      expect(await status(city.id, path, county)).toBe(403);
    }
    const file = await textOf(await office.fetch(`/api/areas/${city.id}/areas-below.xlsx`));
    expect([file.includes('宣城市全市各地区情况'), file.includes('乙县'), file.includes('合计'), file.includes('各地区工作进度')]).toEqual([
      ...[true, true, true, true],
    ]);
  });

  it('is told how far each county is with its work: every number is that of the page it opens', async () => {
    interface Work {
      rows: {
        id: string;
        sites: number;
        accounts: number;
        toReview: { count: number };
        toHandOver: { count: number; days: number };
        reports: { late: number };
        scans: { about: string; owed: number; missing: number } | null;
        posts: { units: number; noPerson: number };
        judged: object | null;
      }[];
    }
    const { rows } = await of<Work>(city.id, 'areas-work');
    expect(rows.map(({ id }) => id).toSorted()).toEqual(areaIds.toSorted());
    for (const { id, sites, accounts, toReview, toHandOver, reports, scans, posts } of rows) {
      const inStatus = async (code: string) => (await of<Ledger>(city.id, `problems?size=1&range=whole&area=${id}&status=${code}`)).total;
      const { rows: channels } = await of<{ rows: { type: string }[] }>(id, 'channels');
      const { rows: owed } = await of<{ rows: { state: { code: string } }[] }>(id, 'report-calendar');
      const { counts } = await of<{ counts: { units: number; noPerson: number } }>(id, 'unit-posts');
      const { rows: reported } = await of<{ rows: { returned: object | null }[] }>(id, 'rectification-reports');
      expect([id, sites, accounts, toReview.count, toHandOver.count, reports.late, posts]).toEqual([
        id,
        channels.filter(({ type }) => type === 'site').length,
        channels.filter(({ type }) => type === 'account').length,
        await inStatus('suspected'),
        await inStatus('confirmed'),
        owed.filter(({ state }) => state.code === 'late').length,
        { units: counts.units, noPerson: counts.noPerson },
      ]);
      expect([scans?.owed ?? 0, scans?.missing ?? 0]).toEqual([
        reported.length,
        reported.filter(({ returned }) => returned === null).length,
      ]);
    }
    expect(rows.find(({ id }) => id === city.countyIds[0])).toMatchObject({ sites: 3, toHandOver: { days: 8 } });
    expect(rows.find(({ id }) => id === city.countyIds[1])).toMatchObject({ sites: 0, judged: null, posts: { units: 0 } });
  });

  it('looks at pictures of all its counties, a row each, with the numbers of their own pictures', async () => {
    interface ByArea extends Omit<Units, 'groups'> {
      states: { code: string; count: number }[];
      areas: { id: string; open: number; late: number; states: Record<string, number> }[];
    }
    const units = await of<ByArea>(city.id, 'pictures/units?range=whole');
    for (const { id, open, late, states } of units.areas) {
      const own = await of<ByArea>(id, 'pictures/units');
      expect(states).toEqual(Object.fromEntries(own.states.map(({ code, count }) => [code, count])));
      expect(late).toBe((await of<Ledger>(id, 'problems?size=1&overdue=yes')).total);
      expect(open).toBe((await of<Facets>(id, 'problem-facets')).stock.count);
    }
    expect(units.areas.map(({ id }) => id).toSorted()).toEqual(areaIds.toSorted());
    const whole = await of<Freshness>(city.id, 'pictures/freshness?range=whole');
    for (const { id, cells } of whole.units) {
      const own = (await of<Freshness>(id, 'pictures/freshness')).units.flatMap((unit) => unit.cells);
      for (const key of ['columns', 'overdue', 'unknown'] as const)
        expect(cells.reduce((n, cell) => n + cell[key], 0)).toBe(own.reduce((n, cell) => n + cell[key], 0));
    }
    // A cell opens the columns it counts, whose kinds are those of the whole picture, and a key those of its state.
    for (const by of ['class', 'name']) {
      const picture = await of<Freshness>(city.id, `pictures/freshness?range=whole&by=${by}`);
      const opened = async (query: string) =>
        (await of<Ledger>(city.id, encodeURI(`pictures/freshness/columns?range=whole&by=${by}&${query}`))).total;
      for (const { id, cells } of picture.units)
        for (const { kind, columns } of cells.slice(-1))
          expect([id, kind, await opened(`area=${id}&kind=${kind}`)]).toEqual([id, kind, columns]);
      const [state] = picture.states.filter(({ count }) => count > 0);
      expect([state?.code, await opened(`state=${state?.code}`)]).toEqual([state?.code, state?.count]);
    }
    interface Due {
      entries: { day: string; kind: string; count: number }[];
      late: { problems: number };
    }
    interface Entry {
      count: number;
      areas?: { code: string; count: number }[];
    }
    const dueOf = async (id: string, range: string) => {
      const { entries, late } = await of<Due>(id, `pictures/calendar?month=2022-12&range=${range}`);
      const count = (kind: string) => entries.reduce((n, entry) => (entry.kind === kind ? n + entry.count : n), 0);
      return [count('problems'), count('tasks'), count('columns'), count('exemptions'), late.problems];
    };
    const parts = await Promise.all(areaIds.map((id) => dueOf(id, 'own')));
    const { entries, late } = await of<{ entries: Entry[]; late: { tasks: Entry[] } }>(
      city.id,
      'pictures/calendar?month=2022-12&range=whole',
    );
    for (const { count, areas = [] } of [...entries, ...late.tasks])
      expect([areas.length > 0, areas.reduce((n, area) => n + area.count, 0)]).toEqual([true, count]);
    expect(late.tasks.map(({ areas }) => areas?.map(({ code }) => code))).toEqual([[world.areaId]]);
    expect(await dueOf(city.id, 'whole')).toEqual(parts.reduce((sum, part) => sum.map((n, i) => n + (part[i] ?? 0))));
    const { areas } = await of<{ areas: { id: string; rows: Trends['rows'] }[] }>(city.id, 'pictures/trends?range=whole');
    for (const { id, rows } of areas) expect(rows).toEqual((await of<Trends>(id, 'pictures/trends')).rows);
  });

  it('V07: ranks the sites of all its counties together, and says which county has not reckoned the period', async () => {
    interface Scores {
      period: { id: string };
      areas: { id: string; cutoff: string | null; sites: number }[];
      kinds: { code: string; rows: { id: string; area: { code: string }; place: number | null; score: number | null }[] }[];
    }
    const { db } = served.app;
    const [other] = city.countyIds as [string];
    const [best] = await db.selectFrom('channelVerdict').select('channelId').where('areaId', '=', other).orderBy('channelId').execute();
    const scored = (score: number | null) =>
      db
        .updateTable('channelVerdict')
        .set({ score })
        .where('channelId', '=', best?.channelId ?? '')
        .execute();
    await scored(90);
    const whole = await of<Scores>(city.id, 'pictures/scores?range=whole');
    const own = await Promise.all(areaIds.map((id) => of<Scores>(id, 'pictures/scores')));
    expect([whole.period.id, whole.areas.filter(({ cutoff }) => cutoff === null).map(({ id }) => id)]).toEqual([
      '2022-12',
      [city.countyIds[1]],
    ]);
    const rowsOf = ({ kinds }: Scores) => kinds.flatMap(({ rows }) => rows);
    expect(rowsOf(whole).length).toBe(own.flatMap(rowsOf).length);
    expect(whole.areas.find(({ id }) => id === other)).toMatchObject({ sites: 3, scored: 1, mean: 90, rate: { base: 3, passing: 2 } });
    const [first, second, third] = rowsOf(whole)
      .filter(({ score }) => score !== null)
      .toSorted((a, b) => (b.score as number) - (a.score as number));
    expect([first, second, third].map((row) => [row?.score, row?.area.code])).toEqual([
      [96, world.areaId],
      [91, world.areaId],
      [90, other],
    ]);
    expect(await status(city.id, 'pictures/scores?range=whole&period=2019-01', office)).toBe(404);
    await scored(null);
  });

  it('V08: counts the weaknesses of each county by kind as its own page lists them, none of what its closed list withholds', async () => {
    interface Weak {
      total: number;
      categories: { code: string; count: number }[];
      areas: { id: string; isReckoned: boolean; judgedOn: string | null; total: number; counts: Record<string, number> }[];
    }
    const centre = await served.as({ name: '市中心', role: 'centre', areaId: city.id });
    const [other] = city.countyIds as [string];
    const asked = (query = '') => of<Weak>(city.id, `pictures/weaknesses?range=whole${query}`, centre);
    const whole = await asked();
    expect(whole.total).toBe(3 + 2 + 2);
    for (const { id, total: listed, counts } of whole.areas) {
      const own = await of<Weak>(id, 'pictures/weaknesses');
      expect([id, listed, counts]).toEqual([id, own.total, Object.fromEntries(own.categories.map(({ code, count }) => [code, count]))]);
    }
    expect(whole.areas.find(({ id }) => id === city.countyIds[1])?.judgedOn).toBeNull();
    // Of a month that only one county has reckoned, the others show nothing.
    const then = (await asked('&period=2022-10')).areas;
    expect(then.filter(({ isReckoned }) => isReckoned).map(({ id }) => id)).toEqual([world.areaId]);
    const { messages } = await readAreaSettings(served.app.db, other);
    await writeAreaSettings(served.app.db, other, { messages: { ...messages, graveRoles: ['office', 'unit', 'reader'] } });
    expect((await asked()).areas.find(({ id }) => id === other)?.counts).toEqual({ column_due_soon: 1 });
    expect((await asked()).categories.find(({ code }) => code === 'serious_misstatement')?.count).toBe(1);
    await writeAreaSettings(served.app.db, other, { messages });
  });

  it('takes it home with the county beside each unit, narrowed as on the page', async () => {
    const file = await textOf(await office.fetch(`/api/areas/${city.id}/problems.xlsx?range=whole&area=${city.countyIds[0]}`));
    expect([file.includes('宣城市（全市）问题台账'), file.includes('区县'), file.includes('乙县'), file.includes('郎溪县')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(file).toContain('共17条');
    expect(file).toContain('筛选条件：地区“乙县”');
    const whole = await textOf(await office.fetch(`/api/areas/${city.id}/problems.xlsx?range=whole&move=stock`));
    expect(whole).toContain('筛选条件：存量“目前的存量”');
    // The head of a workbook tells nobody the title of another area's notice.
    const beside = await served.as({ name: '乙办', areaId: city.countyIds[0] as string });
    const heads = await Promise.all(
      [office, beside].map(async (who, i) =>
        textOf(await who.fetch(`/api/areas/${i === 0 ? world.areaId : city.countyIds[0]}/problems.xlsx?notice=${world.noticeId}`)),
      ),
    );
    expect(heads.map((head) => /筛选条件：通报“[^”]*通报”/.test(head))).toEqual([true, false]);
  });

  it('stays shut to those below and beside, and to a county that is none of its own', async () => {
    const [other] = city.countyIds as [string];
    const county = await served.as({ name: '县办', areaId: world.areaId });
    expect(await status(city.id, 'problems?range=whole', county)).toBe(403);
    expect(await status(world.areaId, `problems?range=whole&area=${other}`, county)).toBe(403);
    expect(await status(city.id, 'problems?range=whole&area=area_nowhere', office)).toBe(403);
    expect(await status(world.areaId, `pictures/freshness/columns?area=${other}`, county)).toBe(403);
    const own = await of<Ledger>(world.areaId, 'problems?range=whole&size=200', county);
    expect(new Set(own.rows.map(({ area }) => area.code))).toEqual(new Set([world.areaId]));
  });

  it("keeps what a county's closed list withholds from the city's role, and shows what the others do not", async () => {
    const [other] = city.countyIds as [string];
    const grave = 'problems?range=whole&category=serious_misstatement&size=200';
    const centre = await served.as({ name: '市中心', role: 'centre', areaId: city.id });
    const before = await of<Ledger>(city.id, grave, centre);
    expect(new Set(before.rows.map(({ area }) => area.code))).toEqual(
      new Set([city.id, other].filter((id) => before.rows.some(({ area }) => area.code === id))),
    );
    const { messages } = await readAreaSettings(served.app.db, other);
    await writeAreaSettings(served.app.db, other, { messages: { ...messages, graveRoles: ['office', 'unit', 'reader'] } });
    const after = await of<Ledger>(city.id, grave, centre);
    expect(before.rows.some(({ area }) => area.code === other)).toBe(true);
    expect(after.rows.map(({ id }) => id)).toEqual(before.rows.filter(({ area }) => area.code !== other).map(({ id }) => id));
    expect(await of<Facets>(city.id, 'problem-facets?range=whole', centre)).toMatchObject({
      areas: expect.arrayContaining([{ code: other, name: '乙县', count: 17 - 2 }]),
    });
    await writeAreaSettings(served.app.db, other, { messages });
  });
});

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

it('keeps charts out of the first page, which is under 400 kB compressed', () => {
  const assets = join(PAGES, 'assets');
  const start = /<script[^>]+src="\/assets\/([^"]+)"/.exec(readFileSync(join(PAGES, 'index.html'), 'utf8'))?.[1] as string;
  const seen = new Set<string>();
  // What is imported, not what is fetched when a page asks for it.
  const follow = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, next] of readFileSync(join(assets, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      follow(next as string);
  };
  follow(start);
  const overview = readdirSync(assets).find(
    (file) => /^page-.*\.js$/.test(file) && readFileSync(join(assets, file), 'utf8').includes('问题存量'),
  );
  if (overview) follow(overview);
  const sizes = [...seen].map((file) => readFileSync(join(assets, `${file}.gz`)).length);
  expect(sizes.reduce((n, size) => n + size, 0)).toBeLessThan(400 * 1024);
  expect([...seen].filter((file) => /echarts|zrender/.test(readFileSync(join(assets, file), 'utf8')))).toEqual([]);
  expect(readdirSync(assets).some((file) => /^chart-canvas/.test(file))).toBe(true);
});

describe.skipIf(!browser)('a reader of the pictures', () => {
  it.each([1440, 390])('finds every view without a serious finding, fault or sideways scrolling at %i px', async (width) => {
    const { page, context, faults } = await openPage(browser as Browser, width, clerk);
    const cityId = areaId('宣城市');
    const whole = ['units', 'calendar', 'freshness', 'trends', 'scores', 'weaknesses'].map(
      (view) => [view, cityId, '&range=whole'] as const,
    );
    const own = ['units', 'calendar', 'freshness', 'trends', 'scores', 'weaknesses'].map((view) => [view, world.areaId, ''] as const);
    for (const [view, of, more] of [...own, ...whole]) {
      await page.goto(`${served.url}/areas/${of}/pictures?view=${view}${more}`);
      await page.waitForLoadState('networkidle');
      if (view === 'trends' && of === world.areaId) await page.locator('.chart canvas').first().waitFor();
      expect.soft(await seriousFindings(page), `${view}${more}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, `${view}${more} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('walks the heat-map with the arrow keys and opens a cell by keyboard', async () => {
    const { page, context, faults } = await openPage(browser as Browser, 1024, clerk);
    await page.goto(`${served.url}/areas/${world.areaId}/pictures?view=freshness`);
    const cells = page.locator('.heat-cell');
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const label = await page.evaluate(() => document.activeElement?.textContent);
    expect(label).toContain(world.register.units[1]?.name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/unit=.*kind=/);
    await page.getByText(/^栏目 \d+ 个/).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('kind='));
    expect(faults).toEqual([]);
    await context.close();
  });
});
