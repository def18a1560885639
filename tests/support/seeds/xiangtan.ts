import type { Snapshot } from '../../../src/notice/snapshot.ts';
import type { ActivityKind } from '../../../src/notice/snapshot-disclosure.ts';
import { account, site } from '../../../src/notice/testing/fixtures.ts';
import { readSeed, type Seed, seedProblems, seedSnapshot } from './read.ts';

export const xiangtan = readSeed('xiangtan-2022-q3');

const KIND_NAMES: Readonly<Record<string, string>> = { douyin: '抖音号', wechat: '微信公众号' };
const ACTIVITIES: Readonly<Record<string, ActivityKind>> = { column_build: 'building', training: 'training', catalogue_build: 'other' };
/** All forms the office counts; a document's own list leaves out the ones it has. */
const FORMS = ['问答', '访谈', '图解', '音频', 'H5'];

/**
 * 湘潭 Q3 2022: 40 + 4 sites, 112 accounts on file of which one is vetoed, one account that was never filed, three documents.
 * Sites and accounts the notice does not name stand in under numbers, so that the stated bases are there to be counted.
 */
export function xiangtanSnapshot(seed: Seed): Snapshot {
  const stated = (metric: string): number => seed.statedFigures.find((figure) => figure.metric === metric)?.value ?? 0;
  const portal = site('市政府', { id: 'gov_portal:市政府门户网站', kind: 'gov_website', kindName: '政府网站', name: '市政府门户网站' });
  const named = seed.channels
    .filter((channel) => channel.kind === 'gov_website')
    .map((channel) => site(channel.owner ?? '', { id: channel.id, kind: 'gov_website', kindName: '政府网站', verdict: 'pass' }));
  const sites = [portal, ...named];
  const rest = stated('sites_checked') - sites.length;
  const others = Array.from({ length: rest }, (_, i) => site(`第${i + 1}单位`, { kind: 'gov_website', kindName: '政府网站' }));
  const institutions = Array.from({ length: stated('institution_sites_checked') }, (_, i) =>
    site(`第${i + 1}事业单位`, { kind: 'institution_site', kindName: '市直事业单位网站' }),
  );
  const accounts = seed.channels
    .filter((channel) => channel.kind in KIND_NAMES)
    .map((channel) => {
      const unfiled = seed.problems.some((problem) => problem.category === 'account_unfiled' && problem.channels.includes(channel.id));
      return account(channel.owner ?? '（没有写明）', channel.kind, channel.name ?? '', {
        id: channel.id,
        kindName: KIND_NAMES[channel.kind] ?? '',
        verdict: channel.vetoed ? 'fail' : 'pass',
        ...(unfiled ? { inBase: false, outside: '没有备案' } : {}),
      });
    });
  const filed = accounts.filter(({ inBase }) => inBase).length;
  const fill = Array.from({ length: stated('accounts_checked') - filed }, (_, i) => account(`第${i + 1}单位`, 'wechat', `账号${i + 1}`));
  const channels = [...sites, ...others, ...institutions, ...accounts, ...fill];
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const items = new Map(
    seed.problems.filter(({ text }) => text.includes('仅公开1条信息')).map(({ id }) => [id, stated('items_in_column')]),
  );
  return seedSnapshot(
    seed,
    '2022-Q3',
    {
      channels,
      problems: seedProblems(seed, (id) => byId.get(id) ?? null)
        // The body's sentence sums up the rows of the list of documents.
        .filter(({ category }) => category !== 'interpretation_missing')
        .map((problem) => ({ ...problem, items: items.get(problem.id) ?? null })),
      naming: {
        praisePerGroup: 0,
        blameApprovedAtMost: null,
        leaveOut: [],
        praiseChannels: [...(seed.praises.find(({ id }) => id === 'g01')?.channels ?? []), 'wechat:湘潭公安'],
      },
      disclosure: {
        publishing: null,
        handling: [],
        interpretations: seed.policyDocuments.map((document) => ({
          id: document.number ?? document.title,
          number: document.number,
          title: document.title,
          drafter: document.drafter,
          issuedOn: document.issuedDate,
          required: document.formsRequired ?? 2,
          accepted: FORMS,
          present: FORMS.filter((form) => !document.candidateForms.includes(form)),
        })),
        activities: seed.activities.map((activity) => ({
          id: activity.id,
          kind: ACTIVITIES[activity.kind] ?? 'other',
          topic: null,
          from: null,
          to: null,
          host: seed.document.monitor,
          units: activity.units,
          group: null,
          matter: activity.object ?? (activity.kind === 'catalogue_build' ? '标准目录编制' : null),
          people: null,
          due: null,
          quick: [],
          slow: [],
        })),
        goodWork: seed.praises
          .filter(({ id }) => ['g02', 'g05', 'g03'].includes(id))
          .map(({ id, units, channels: ids, items: forms }) => ({
            topic: id === 'g05' ? ('account' as const) : id === 'g02' ? ('interpretation' as const) : ('model' as const),
            names: id === 'g05' ? ids.map((one) => one.split(':')[1] ?? '') : units,
            kindName: id === 'g05' ? '微信公众号' : null,
            items: forms,
          })),
      },
    },
    {
      basis: seed.document.basis
        .filter(({ role }) => role.startsWith('basis') || role.startsWith('check'))
        .map(({ title, number }) => ({ title, number })),
      contacts: seed.document.contacts.map(({ matter, name, phone, qq }) => ({ matter, name, phone, qq })),
      requirements: [{ heading: '按期报送整改情况', text: '请有关单位逐条整改，报送加盖公章的整改情况。', due: '2022-10-19' }],
      disclosureMark: '主动公开',
    },
  );
}
