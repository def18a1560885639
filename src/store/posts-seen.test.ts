import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { WORLD } from '../../tests/support/store-world.ts';
import { listPosts, postId, upsertPosts } from './posts.ts';
import { findPostsLike, recordSeenPosts, type SeenPost } from './posts-seen.ts';
import { writeRegister } from './register.ts';

const { account, register } = WORLD;
const POST = {
  accountId: account.id,
  date: '2022-12-01',
  title: '甲',
  url: 'https://a.cn/100%25_x',
  original: null,
  source: '表',
  blob: null,
};
const seen = (parts: Partial<SeenPost>): SeenPost => ({
  accountId: account.id,
  postId: postId(POST),
  seenAt: '2022-12-02T00:00:00.000Z',
  blob: null,
  ...parts,
});

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await writeRegister(test.db, register);
  await upsertPosts(test.db, [POST]);
});
afterAll(() => test.drop());

const shown = async () => {
  const [post] = await listPosts(test.db, account.id, '2022-12-01', '2022-12-01');
  return [post?.state, post?.reads, post?.likes];
};
const TWELVE = { value: 12, atLeast: false };

it('the latest sight counts, figures stay where a later source shows none', async () => {
  expect(await shown()).toEqual([undefined, undefined, undefined]);
  await recordSeenPosts(test.db, [seen({ state: 'shown', reads: TWELVE })]);
  await recordSeenPosts(test.db, [seen({ state: 'deleted', seenAt: '2022-12-03T00:00:00.000Z' })]);
  expect(await shown()).toEqual(['deleted', TWELVE, undefined]);
  await recordSeenPosts(test.db, [seen({ state: 'shown', seenAt: '2022-12-01T00:00:00.000Z' })]);
  expect(await shown()).toEqual(['deleted', TWELVE, undefined]);
});

it('a sheet with figures says nothing of the state, so a deleted post stays deleted', async () => {
  await recordSeenPosts(test.db, [seen({ likes: { value: 100_000, atLeast: true }, seenAt: '2022-12-04T00:00:00.000Z' })]);
  expect(await shown()).toEqual(['deleted', TWELVE, { value: 100_000, atLeast: true }]);
});

it('a post that comes again from a sheet takes nothing back', async () => {
  await upsertPosts(test.db, [POST]);
  expect((await shown())[0]).toBe('deleted');
});

it.each([
  ['%//a.cn/100\\%25\\_x%', 1],
  ['%//a.cn/100\\%25\\_y%', 0],
])('addresses like %s: %i', async (pattern, count) => {
  expect(await findPostsLike(test.db, [account.id], [pattern])).toHaveLength(count);
});
