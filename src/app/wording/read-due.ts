import { sql } from 'kysely';
import { subjectOf, textPlaceId } from '../../checks/lib/text-errors.ts';
import { inTurn } from '../../collect/site/in-turn.ts';
import { type CalendarDate, dateAt, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import { findArea } from '../../store/areas.ts';
import { columnsOfSite } from '../../store/columns.ts';
import { insertFacts, latestOfSubjects } from '../../store/facts.ts';
import { markFixed, replacePlaces } from '../../store/proof-items.ts';
import { duePages, markRead, type ProofPage } from '../../store/proof-pages.ts';
import type { Db } from '../../store/schema.ts';
import type { Column } from '../../subjects/column.ts';
import { itemsOfPage } from '../../text/review/review-item.ts';
import { tellGraveWords } from '../messages/tell-grave.ts';
import type { App } from '../open.ts';
import { type AreaReader, openAreaReader } from './area-reader.ts';
import { recheckFixed } from './file.ts';
import { readKeptPage } from './page-reading.ts';

/** Version of the reading, as `how` of its facts. */
const HOW = 'text/1';
/** Pages taken at a time; what was read is kept before more are taken. */
const BATCH = 20;

export interface ReadDue {
  siteId: string;
  areaId: string;
  /** Moment of the readings; in a sample area a moment of its own time. */
  at: Instant;
  /** Only new and changed pages, not the stock. */
  fresh?: boolean;
  /** Reading ends when so much time has been used; what is left stays due. */
  budgetMs: number;
  signal?: AbortSignal;
}

export interface ReadDone {
  pages: number;
  characters: number;
  findings: number;
  /** Nothing was left when it ended. */
  finished: boolean;
}

/**
 * Reads what is due of a site from its kept bytes, new pages first, and keeps each reading as a fact with its places in the review
 * queue. No page is asked of the site. Stopped at any moment it goes on with the next page; another process at the same site
 * leaves it alone. A process reads one site after the other: it is work for one core, and each holds a session of the database.
 */
export function readDuePages(app: App, input: ReadDue): Promise<ReadDone> {
  return inTurn(app.db, () => readSite(app, input));
}

async function readSite(app: App, input: ReadDue): Promise<ReadDone> {
  const area = await findArea(app.db, input.areaId);
  if (!area) throw new MingchaError('not-found', '没有这个地区。', '请重新选择地区。');
  const done: ReadDone = { pages: 0, characters: 0, findings: 0, finished: false };
  return app.db.connection().execute(async (session) => {
    if (!(await takeSite(session, input.siteId))) return done;
    try {
      const reader = await openAreaReader(app, area, dateAt(input.at));
      const columns = new Map((await columnsOfSite(app.db, input.siteId)).map((column) => [column.id, column]));
      // Opening the lists is done once a process, and is nobody's budget.
      const ended = performance.now() + input.budgetMs;
      const isOver = (): boolean => performance.now() >= ended || input.signal?.aborted === true;
      do {
        const pages = await duePages(app.db, input.siteId, { most: BATCH, ...(input.fresh === true ? { fresh: true } : {}) });
        if (pages.length === 0) return { ...done, finished: true };
        for (const page of pages) {
          const fact = await readOne(app, reader, page, columns, input);
          done.pages += 1;
          done.characters += fact?.data.characters ?? 0;
          done.findings += fact?.data.findings.length ?? 0;
          if (isOver()) return done;
        }
      } while (!isOver());
      return done;
    } finally {
      await tellFixed(app, input);
      await sql`select pg_advisory_unlock(${LOCK}, hashtext(${input.siteId}))`.execute(session);
    }
  });
}

/** Tells the ledger of confirmed errors that no page of the site shows any more. */
export async function tellFixed(app: App, { areaId, siteId, at }: Pick<ReadDue, 'areaId' | 'siteId' | 'at'>): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const fixed = (await markFixed(trx, siteId, at)).map((key) => textPlaceId(siteId, key));
    if (fixed.length > 0) await recheckFixed({ ...app, db: trx }, areaId, new Set(fixed), { at, day: dateAt(at) });
  });
}

/** First key of the advisory locks of sites being read; they go with the session of a process that is killed. */
const LOCK = 1_502;

async function takeSite(session: Db, siteId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${LOCK}, hashtext(${siteId})) as taken`.execute(session);
  return rows[0]?.taken === true;
}

async function readOne(
  app: App,
  reader: AreaReader,
  page: ProofPage,
  columns: ReadonlyMap<string, Column>,
  { areaId, at }: Pick<ReadDue, 'areaId' | 'at'>,
): Promise<Fact<'proof'> | null> {
  const { siteId, id, url, of, columnId, title, publishDate, blob } = page;
  const none = { listsVersion: reader.version, factId: null, readAt: at, characters: 0, title: null, publishDate: null };
  const bytes = await keptBytes(app, blob);
  // Evidence that retention has let go cannot be read any more; that says nothing of the page.
  if (bytes === null) {
    await markRead(app.db, page, none);
    return null;
  }
  const column = columns.get(columnId ?? '') ?? null;
  const data = await readOnce(app, page, none, () => readKeptPage(reader, { url, of, columnId, title, publishDate, column }, bytes));
  const fact = makeFact<'proof'>({ kind: 'proof', channelId: siteId, subjectId: id, at, source: url, how: HOW, blob, data });
  const items = itemsOfPage(data);
  const here = await dismissedHere(app.db, siteId, url, items, at);
  await app.db.transaction().execute(async (trx) => {
    await insertFacts(trx, [fact]);
    await replacePlaces(trx, { siteId, pageId: id, at }, items, here);
    await tellGraveWords(trx, { areaId, siteId, url, title: data.title, at }, items, here);
    const { characters } = data;
    await markRead(trx, page, { ...none, factId: fact.id, characters, title: data.title, publishDate: data.publishDate });
  });
  return fact;
}

/** A page our reading breaks on is told once and then left, so that the pages behind it are read. */
async function readOnce<T>(app: App, page: ProofPage, none: Parameters<typeof markRead>[2], read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    await markRead(app.db, page, none);
    throw error;
  }
}

async function keptBytes({ blobs }: App, hash: string): Promise<Uint8Array | null> {
  try {
    return await blobs.get(hash);
  } catch (error) {
    if (error instanceof MingchaError && error.code === 'not-found') return null;
    throw error;
  }
}

/** Items a reviewer has said are no error on this very page. */
async function dismissedHere(
  db: Db,
  siteId: string,
  url: string,
  items: readonly { key: string }[],
  at: CalendarDate | Instant,
): Promise<ReadonlySet<string>> {
  const keys = new Map(items.map(({ key }) => [subjectOf(key, url), key]));
  const decisions = await latestOfSubjects(db, siteId, 'proof-decision', [...keys.keys()], at);
  return new Set(decisions.filter(({ data }) => data.act === 'dismissed-here').map(({ subjectId }) => keys.get(subjectId) as string));
}
