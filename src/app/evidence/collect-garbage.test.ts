import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeFact, WORLD } from '../../../tests/support/store-world.ts';
import { age, TODAY, type WatchedYear, watchedYear } from '../../../tests/support/watched-year.ts';
import { addDays, dateAt, instantOf } from '../../core/date.ts';
import { findBlob } from '../../evidence/blob-files.ts';
import type { Fact } from '../../evidence/fact.ts';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { filesUnder, prefixesOf } from '../../evidence/sweep-folder.ts';
import { factsBetween, findFacts, insertFacts } from '../../store/facts.ts';
import { insertJudgement } from '../../store/judgements.ts';
import { listNoticeFiles } from '../../store/notices.ts';
import { listEvents } from '../../store/problem-events.ts';
import { putSetting } from '../../store/settings.ts';
import { computeDay } from '../judge/judge-day.ts';
import { rejudgeDay } from '../judge/rejudge-day.ts';
import type { App } from '../open.ts';
import { collectGarbage } from './collect-garbage.ts';
import { thinnedBefore } from './thinned-before.ts';

const { site, county } = WORLD;
const OLD = '2022-01-01T00:00:00.000Z';
const GC = { dryRun: false, expired: false };
// The last closed month goes on from 2023-01-27 and sixty days from 2023-01-14; looks of a fortnight before are read too.
const AGAIN_FROM = '2023-01-14';
const THINNED_UNTIL = '2022-12-30';

/** The steps build on one another: one year of evidence, cleared once and again. */
describe('collectGarbage', () => {
  let year: WatchedYear;
  let orphan: string;
  let young: string;
  beforeAll(async () => {
    year = await watchedYear();
    orphan = await year.app.blobs.put(Buffer.from('没有任何记录提到的原件'));
    await age(year.app, orphan, OLD);
    young = await year.app.blobs.put(Buffer.from('刚写入、记录还没写的原件'));
  });
  afterAll(() => year?.close());

  const folder = () => join(year.app.config.home, 'evidence');
  const looks = () => factsBetween(year.app.db, [site.id], ['home', 'column-list'], '2021-12-01T00:00:00Z', instantOf(TODAY, '23:59'));
  const files = async () => (await Promise.all((await prefixesOf(folder())).map((prefix) => filesUnder(folder(), prefix)))).flat();
  const cited = async () => {
    const events = await listEvents(year.app.db, year.problemId);
    return events.flatMap(({ data }) => (Array.isArray(data.evidence) ? data.evidence : []));
  };
  const blobsOf = (facts: readonly Fact[]) => facts.flatMap(({ blob }) => blob ?? []);

  it('only counts on a dry run, and counts what the real one then does', async () => {
    const before = { looks: (await looks()).length, files: (await files()).length };
    const dry = await collectGarbage(year.app, { ...GC, dryRun: true });
    expect({ looks: (await looks()).length, files: (await files()).length }).toEqual(before);
    expect(await thinnedBefore(year.app.db, year.areaId)).toBeNull();
    const real = await collectGarbage(year.app, GC);
    expect(real).toEqual({ ...dry, dryRun: false });
    expect(real.areas.find(({ area }) => area === county.name)).toMatchObject({ judgedAgainFrom: AGAIN_FROM, today: TODAY });
    expect(real.facts.removed).toBeGreaterThan(500);
    expect((await looks()).length).toBe(before.looks - real.facts.removed);
    // Every page of the world was seen once, so each fact that went took its bytes along, and the orphan went too.
    expect(real.files.removed).toBe(real.facts.removed + 1);
    expect((await files()).length).toBe(before.files - real.files.removed);
    expect(real.files.freed).toBeGreaterThan(50_000);
  });

  it('keeps all of the last sixty days, and what their judgements read', async () => {
    const days = new Set((await looks()).map(({ at }) => dateAt(at)));
    for (let day = addDays(THINNED_UNTIL, 1); day <= TODAY; day = addDays(day, 1)) expect(days).toContain(day);
  });

  it('keeps one look a subject and week before that', async () => {
    const kept = (await looks()).filter(({ kind, at }) => kind === 'home' && dateAt(at) <= '2022-12-18' && dateAt(at) >= '2022-12-05');
    expect(kept.map(({ at }) => dateAt(at))).toEqual(['2022-12-11', '2022-12-18']);
  });

  it('keeps every byte a problem and an issued notice rest on', async () => {
    const ids = await cited();
    const facts = await findFacts(year.app.db, site.id, ids);
    expect(facts.map(({ id }) => id).sort()).toEqual([...new Set(ids)].sort());
    expect(facts.map(({ at }) => dateAt(at))).toContain('2022-12-20');
    const notice = await listNoticeFiles(year.app.db, year.noticeId);
    expect(notice).toHaveLength(4);
    for (const blob of [...blobsOf(facts), ...notice.map((file) => file.blob)]) await year.app.blobs.get(blob);
  });

  it('leaves no fact without its bytes, spares what is young and takes what is orphaned', async () => {
    for (const blob of blobsOf(await looks())) expect(await year.app.blobs.has(blob)).toBe(true);
    expect(await year.app.blobs.has(orphan)).toBe(false);
    expect(await year.app.blobs.has(young)).toBe(true);
  });

  it('judges every kept day again to the same bytes', async () => {
    const days = [...year.digests].filter(([day]) => day >= AGAIN_FROM);
    expect(days).toHaveLength(61);
    for (const [day, digest] of days) expect([day, (await computeDay(year.app, year.areaId, day)).digest]).toEqual([day, digest]);
    expect(await thinnedBefore(year.app.db, year.areaId)).toBe(AGAIN_FROM);
  });

  it('does not call it a disagreement when a thinned day comes out otherwise', async () => {
    const forged = (day: string) => ({
      areaId: year.areaId,
      id: day,
      day,
      sheet: 's',
      digest: 'other',
      madeAt: '2024-01-01T00:00:00.000Z',
    });
    for (const day of ['2023-01-13', AGAIN_FROM]) await insertJudgement(year.app.db, forged(day), []);
    await expect(rejudgeDay(year.app, year.areaId, '2023-01-13')).rejects.toMatchObject({
      code: 'refused',
      next: expect.stringContaining(AGAIN_FROM),
    });
    expect(await rejudgeDay(year.app, year.areaId, AGAIN_FROM)).toMatchObject({ same: false });
    expect(await rejudgeDay(year.app, year.areaId, TODAY)).toMatchObject({ same: true });
  });

  it('finds nothing more the second time', async () => {
    const again = await collectGarbage(year.app, GC);
    expect([again.facts.removed, again.files.removed, again.files.spared]).toEqual([0, 0, 1]);
  });

  it('finishes what one that was killed had set aside: deletes it, or brings it back where it is wanted', async () => {
    const wanted = blobsOf(await looks())[0] as string;
    const lost = await year.app.blobs.put(Buffer.from('清理到一半'));
    await age(year.app, lost, OLD);
    await mkdir(join(folder(), 'aside'), { recursive: true });
    for (const hash of [wanted, lost]) {
      const path = (await findBlob(folder(), hash)) as string;
      await rename(path, join(folder(), 'aside', path.slice(path.lastIndexOf('/') + 1)));
    }
    const { files: done } = await collectGarbage(year.app, GC);
    expect([done.removed, done.broughtBack]).toEqual([1, 1]);
    expect([await year.app.blobs.has(wanted), await year.app.blobs.has(lost)]).toEqual([true, false]);
    expect(await readdir(join(folder(), 'aside'))).toEqual([]);
  });

  it('takes what a killed writer left half-written, and only that', async () => {
    const tmp = join(folder(), 'tmp');
    for (const name of ['half', 'being-written']) await writeFile(join(tmp, name), '写到一半');
    await utimes(join(tmp, 'half'), new Date(OLD), new Date(OLD));
    expect((await collectGarbage(year.app, { ...GC, dryRun: true })).files.unfinished).toBe(1);
    expect((await collectGarbage(year.app, GC)).files.unfinished).toBe(1);
    expect(await readdir(tmp)).toEqual(['being-written']);
  });

  it('keeps the page that a kept page is packed against, though nothing else names it, and lets both go together', async () => {
    const frame = randomBytes(6_000).toString('base64');
    const base = await year.app.blobs.put(Buffer.from(`旧${frame}`));
    const page = await year.app.blobs.put(Buffer.from(`新${frame}`), base);
    expect((await findBlob(folder(), page))?.endsWith('.zst')).toBe(true);
    for (const hash of [base, page]) await age(year.app, hash, OLD);
    const { id: _id, ...look } = homeFact(instantOf(TODAY, '10:00'), '与旧页面相似');
    const fact = makeFact({ ...look, blob: page });
    await insertFacts(year.app.db, [fact]);
    await collectGarbage(year.app, GC);
    expect(Buffer.from(await year.app.blobs.get(page)).toString()).toBe(`新${frame}`);
    await sql`delete from fact where id = ${fact.id}`.execute(year.app.db);
    await collectGarbage(year.app, GC);
    expect([await year.app.blobs.has(page), await year.app.blobs.has(base)]).toEqual([false, false]);
  });

  it('spares old bytes that are put again, though no fact names them yet', async () => {
    const text = Buffer.from('很久以前见过，今天又见到');
    await age(year.app, await year.app.blobs.put(text), OLD);
    const hash = await year.app.blobs.put(text);
    await collectGarbage(year.app, GC);
    expect(await year.app.blobs.has(hash)).toBe(true);
  });

  it('loses nothing while writers put old and new content and name it', async () => {
    const old = await Promise.all(Array.from({ length: 150 }, (_, i) => year.app.blobs.put(Buffer.from(`反复出现的页面 ${i}`))));
    for (const hash of old) await age(year.app, hash, OLD);
    let writing = true;
    const written: string[] = [];
    const writer = (async () => {
      for (let i = 0; writing || i < 150; i += 1) {
        const blob = await year.app.blobs.put(Buffer.from(i < 150 ? `反复出现的页面 ${149 - i}` : `新页面 ${i}`));
        await new Promise((next) => setTimeout(next, 2));
        const { id: _id, ...look } = homeFact(instantOf(TODAY, '10:00'), `第${i}次`);
        await insertFacts(year.app.db, [makeFact({ ...look, blob })]);
        written.push(blob);
      }
    })();
    const reports = [await collectGarbage(year.app, GC), await collectGarbage(year.app, GC)];
    writing = false;
    await writer;
    expect(reports.some(({ files: { removed, spared, broughtBack } }) => removed + spared + broughtBack > 0)).toBe(true);
    expect(written.length).toBeGreaterThanOrEqual(150);
    for (const blob of written) await year.app.blobs.get(blob);
  });

  it('spares what a checkpoint of a scan, a post or a fact’s own data names', async () => {
    const named = await Promise.all(['断点', '截图', '账号截图'].map((text) => year.app.blobs.put(Buffer.from(text))));
    const [checkpoint, inside, post] = named as [string, string, string];
    for (const hash of named) await age(year.app, hash, OLD);
    const { db } = year.app;
    await db
      .insertInto('scanRun')
      .values({ areaId: county.id, id: 'r', day: TODAY, kind: 'k', state: 'running', createdAt: OLD, finishedAt: null })
      .execute();
    await db
      .insertInto('scanTarget')
      .values({
        runId: 'r',
        channelId: site.id,
        host: 'h',
        state: 'running',
        reason: null,
        checkpoint: JSON.stringify({ seen: [checkpoint] }),
      })
      .execute();
    await insertFacts(db, [homeFact(instantOf(TODAY, '11:00'), inside)]);
    const account = WORLD.account.id;
    await db
      .insertInto('accountPost')
      .values({ accountId: account, id: 'p', day: TODAY, title: '', url: null, original: null, source: '', blob: post })
      .execute();
    await collectGarbage(year.app, GC);
    expect(await Promise.all(named.map((hash) => year.app.blobs.has(hash)))).toEqual([true, true, true]);
  });

  it('lets only one clear at a time', async () => {
    await year.app.db.connection().execute(async (session) => {
      await sql`select pg_advisory_lock(6418220502)`.execute(session);
      await expect(collectGarbage(year.app, GC)).rejects.toMatchObject({ code: 'conflict' });
      await sql`select pg_advisory_unlock(6418220502)`.execute(session);
    });
    await collectGarbage(year.app, GC);
  });

  it('touches no file of a folder that belongs to another database', async () => {
    const home = mkdtempSync(join(tmpdir(), 'mingcha-other-'));
    const other: App = { ...year.app, config: { ...year.app.config, home } };
    const hash = await folderStore(join(home, 'evidence')).put(Buffer.from('别的安装的证据'));
    await age(other, hash, OLD);
    await expect(collectGarbage(other, GC)).rejects.toMatchObject({ code: 'refused', next: expect.stringContaining('MINGCHA_HOME') });
    expect(await findBlob(join(home, 'evidence'), hash)).not.toBeNull();
    rmSync(home, { recursive: true });
  });

  it('refuses rules of a wrong shape before anything is done', async () => {
    await putSetting(year.app.db, year.areaId, 'retention', { allDays: 1 });
    await expect(collectGarbage(year.app, GC)).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('allDays') });
    await putSetting(year.app.db, year.areaId, 'retention', {});
  });

  it('keeps a problem’s evidence for ever, unless told to let go of what was closed before the term', async () => {
    const later = { ...year.app, now: () => '2026-03-15T00:00:00.000Z' };
    for (const [status, kept] of [
      ['confirmed', true],
      ['closed', false],
    ] as const) {
      await sql`update problem set status = ${status}`.execute(year.app.db);
      await collectGarbage(later, GC);
      expect(await findFacts(year.app.db, site.id, await cited())).toHaveLength(new Set(await cited()).size);
      await collectGarbage(later, { ...GC, expired: true });
      const day = (await findFacts(year.app.db, site.id, await cited())).map(({ at }) => dateAt(at));
      expect(day.includes('2022-12-20')).toBe(kept);
    }
  });
});
