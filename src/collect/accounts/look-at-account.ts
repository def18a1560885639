import { MingchaError } from '../../core/error.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { AccountAdapterKind } from '../../subjects/channel.ts';
import type { AccountAdapter, AccountDeps, AccountJob } from './adapter.ts';

/** One look at an account through its adapter: one `account-posts` fact, whatever became of it. */
export async function lookAtAccount(
  adapters: ReadonlyMap<AccountAdapterKind, AccountAdapter>,
  job: AccountJob,
  deps: AccountDeps,
): Promise<Fact<'account-posts'>> {
  const adapter = adapters.get(job.account.adapter);
  if (!adapter)
    throw new MingchaError('internal', `没有名为 ${job.account.adapter} 的采集适配器`, '请先调用 loadAccountAdapters 并传入其结果');
  const { outcome, posts, freshOn, error, source, blob } = await adapter.read(job, deps);
  return makeFact({
    kind: 'account-posts',
    channelId: job.account.id,
    subjectId: job.account.id,
    at: deps.clock.now(),
    source,
    how: adapter.how,
    blob,
    data: { adapter: adapter.kind, outcome, freshOn, posts: [...posts], newestDate: posts[0]?.date ?? null, error },
  });
}
