import { dateAt, type Instant } from '../../../core/date.ts';
import { MingchaError } from '../../../core/error.ts';
import { sha256, stableId } from '../../../core/id.ts';
import { makeFact } from '../../../evidence/fact.ts';
import { type FactData, POST_STATES, type Post } from '../../../evidence/facts.ts';
import type { BlobStore } from '../../../evidence/store.ts';
import { learnAccountKeys, readAccountKeys } from '../../../store/account-keys.ts';
import { findArea } from '../../../store/areas.ts';
import { insertFacts } from '../../../store/facts.ts';
import { findImport, recordImport } from '../../../store/imports.ts';
import { type KeptPost, listPosts, postId, upsertPosts, vouchFresh } from '../../../store/posts.ts';
import { findPostsLike, recordSeenPosts, type SeenPost } from '../../../store/posts-seen.ts';
import { readRegister } from '../../../store/register.ts';
import type { Db } from '../../../store/schema.ts';
import type { Counts } from '../../../store/upsert.ts';
import type { Area } from '../../../subjects/area.ts';
import { chosenArea } from '../area-of-import.ts';
import type { ImportReport } from '../import-report.ts';
import type { ImportRequest } from '../import-request.ts';
import { Remarks } from '../remarks.ts';
import { addressPattern, postAddress } from './post-address.ts';
import { type GonePost, type PagePosts, settlePages } from './settle-pages.ts';
import { type PageFile, unpackPages } from './unpack-pages.ts';

/** Adapter and version kept with every fact that comes from a saved page. */
const HOW = 'saved/1';

/**
 * Imports saved pages of WeChat and Weibo (.html, .mhtml, or a .zip of them): their posts go to the accounts they name, each with
 * its page kept as evidence, and what the platform says of posts that are gone. A page proves the life of its account on its
 * days; it never vouches for silence, unless it lists everything up to the day its server made it.
 */
export async function importPages({ db, blobs, ...request }: ImportRequest & { blobs: BlobStore }): Promise<ImportReport> {
  const pages = await unpackPages(request.bytes, request.fileName);
  const hashes = new Map<PageFile, string>();
  for (const page of pages) hashes.set(page, await blobs.put(page.bytes));
  return db.transaction().execute(async (trx) => keepPages(trx, pages, hashes, request));
}

async function keepPages(
  db: Db,
  pages: readonly PageFile[],
  hashes: ReadonlyMap<PageFile, string>,
  request: Omit<ImportRequest, 'db'>,
): Promise<ImportReport> {
  const remarks = new Remarks();
  const area = (await chosenArea(db, request)).at(-1) as Area;
  if ((await findArea(db, area.id)) === null)
    throw new MingchaError('not-found', `“${area.name}”还没有底册`, '请先导入单位和新媒体账号，再导入保存的网页。');
  const register = await readRegister(db, area.id);
  const book = {
    accounts: register.accounts,
    units: new Map(register.units.map((unit) => [unit.id, unit])),
    keys: await readAccountKeys(db, area.id),
  };
  const settled = settlePages(pages, book, dateAt(request.at), remarks);
  const blobOf = (page: PageFile): string => hashes.get(page) as string;
  const counts = await keepPosts(db, settled.posts, blobOf, request.at);
  const accountIds = register.accounts.map((account) => account.id);
  const changed = await keepGone(db, settled.gone, accountIds, blobOf, request.at, remarks);
  await learnAccountKeys(db, area.id, settled.keys);
  const fileHash = sha256(request.bytes);
  const total = { added: counts.added, changed: counts.changed + changed, unchanged: counts.unchanged };
  const id = stableId('import', area.id, fileHash, request.at);
  if ((await findImport(db, area.id, id)) === null) {
    await recordImport(db, {
      id,
      areaId: area.id,
      fileName: request.fileName,
      fileHash,
      kind: 'saved-pages',
      importedAt: request.at,
      ...total,
    });
  }
  const { warnings, questions } = remarks;
  const sheets = [{ name: '发布记录', ...total }];
  return {
    importId: id,
    areaId: area.id,
    areaName: area.name,
    fileName: request.fileName,
    fileHash,
    sheets,
    warnings,
    questions,
    openings: [],
    statedFigures: [],
  };
}

async function keepPosts(db: Db, held: readonly PagePosts[], blobOf: (page: PageFile) => string, at: Instant): Promise<Counts> {
  const rows: KeptPost[] = held.flatMap(({ account, posts, page }) =>
    posts.map((post) => ({ ...post, accountId: account.id, source: page.name, blob: blobOf(page) })),
  );
  const idOf = await knownPosts(db, rows);
  const fresh = rows.filter((row) => idOf(row) === postId(row));
  // The same post on several pages is one post; the page imported last says how it looks now.
  const counts = await upsertPosts(db, [...new Map(fresh.map((row) => [postId(row), row])).values()]);
  await recordSeenPosts(
    db,
    rows.map((row): SeenPost => ({ ...row, postId: idOf(row), seenAt: at })),
  );
  for (const { account, freshOn, page } of held) if (freshOn !== null) await vouchFresh(db, account.id, freshOn, page.name);
  await insertFacts(
    db,
    held.map(({ account, posts, freshOn, page }) => factOf(account.id, posts, freshOn, page.name, blobOf(page), at)),
  );
  return { ...counts, unchanged: counts.unchanged + new Set(rows.map(idOf)).size - new Set(fresh.map(postId)).size };
}

/** A post that a sheet brought in before, without address or with another spelling of it, is that post and no second one. */
async function knownPosts(db: Db, rows: readonly KeptPost[]): Promise<(row: KeptPost) => string> {
  const ids = new Map<string, string>();
  const days = rows.map((row) => row.date).sort();
  for (const accountId of new Set(rows.map((row) => row.accountId))) {
    for (const post of await listPosts(db, accountId, days[0] as string, days.at(-1) as string)) {
      const id = postId(post);
      if (post.url === null) ids.set(JSON.stringify([accountId, post.date, post.title]), id);
      else ids.set(JSON.stringify([accountId, postAddress(post.url)]), id);
    }
  }
  return (row) =>
    (row.url === null ? undefined : ids.get(JSON.stringify([row.accountId, row.url]))) ??
    ids.get(JSON.stringify([row.accountId, row.date, row.title])) ??
    postId(row);
}

function factOf(accountId: string, posts: readonly Post[], freshOn: string | null, source: string, blob: string, at: Instant) {
  const newest =
    posts
      .map((post) => post.date)
      .sort()
      .at(-1) ?? null;
  const data: FactData<'account-posts'> = { adapter: 'saved', outcome: 'ok', freshOn, posts: [...posts], newestDate: newest, error: null };
  return makeFact({ kind: 'account-posts', channelId: accountId, subjectId: accountId, at, source, how: HOW, blob, data });
}

/** Marks posts as gone; a page of a post nobody knows is a question, since neither its account nor its day can be told. */
async function keepGone(
  db: Db,
  gone: readonly GonePost[],
  accountIds: readonly string[],
  blobOf: (page: PageFile) => string,
  at: Instant,
  remarks: Remarks,
): Promise<number> {
  const known = await findPostsLike(
    db,
    accountIds,
    gone.map(({ url }) => addressPattern(url)),
  );
  const seen: SeenPost[] = [];
  for (const { url, state, shown, page } of gone) {
    const posts = known.filter((post) => postAddress(post.url) === url);
    for (const { accountId, id } of posts) seen.push({ accountId, postId: id, state, seenAt: at, blob: blobOf(page) });
    if (posts.length === 0)
      remarks.ask(
        `“${page.name}”显示“${shown}”（${POST_STATES[state]}），但没有登记过这一条：${url}。请核对是哪个账号哪一天发布的，补进“发布记录”后再导入。`,
      );
  }
  await recordSeenPosts(db, seen);
  return seen.length;
}
