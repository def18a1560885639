import { expect, it } from 'vitest';
import { CHANNEL_KIND_CODES } from '../../core/message.ts';
import { loadMessageAdapters } from './load-adapters.ts';

it('every kind of channel has one adapter, and only groups have no mailbox', async () => {
  const adapters = await loadMessageAdapters();
  expect([...adapters.keys()].sort()).toEqual([...CHANNEL_KIND_CODES].sort());
  expect([...adapters.values()].filter(({ group }) => !group).map(({ kind }) => kind)).toEqual(['email']);
});
