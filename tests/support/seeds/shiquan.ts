import type { Snapshot } from '../../../src/notice/snapshot.ts';
import { account, site } from '../../../src/notice/testing/fixtures.ts';
import { readSeed, type Seed, seedProblems, seedSnapshot } from './read.ts';

export const shiquan = readSeed('shiquan-2023-q1');

const KIND_NAMES: Readonly<Record<string, string>> = {
  account_unspecified: '新媒体账号',
  wechat_channels: '微信视频号',
  peoples_daily_account: '人民号',
};

/** 石泉 Q1 2023: one portal, 62 accounts, problems of named units; the portal of services answers for its own guides. */
export function shiquanSnapshot(seed: Seed): Snapshot {
  const stated = (metric: string): number => seed.statedFigures.find((figure) => figure.metric === metric)?.value ?? 0;
  const portal = site('县政府办公室', {
    id: 'gov_portal:县政府门户网站',
    kind: 'portal',
    kindName: '政府门户网站',
    name: '县政府门户网站',
    verdict: 'pass',
  });
  const accounts = seed.channels
    .filter((channel) => channel.kind in KIND_NAMES)
    .map((channel) => {
      const unfiled = seed.problems.some((problem) => problem.category === 'account_unfiled' && problem.channels.includes(channel.id));
      return account(channel.owner ?? '（没有写明）', channel.kind, channel.name ?? '', {
        id: channel.id,
        kindName: KIND_NAMES[channel.kind] ?? '',
        ...(unfiled ? { inBase: false, outside: '没有备案' } : {}),
      });
    });
  const filed = accounts.filter(({ inBase }) => inBase).length;
  const rest = Array.from({ length: stated('accounts_in_operation') - filed }, (_, i) =>
    account(`第${i + 1}单位`, 'wechat', `账号${i + 1}`),
  );
  const channels = [portal, ...accounts, ...rest];
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const services = seed.problems
    .filter(({ category }) => category === 'service_guide_incomplete')
    .map((problem) => ({ ...problem, unit: '陕西政务服务网（石泉）', found: null }));
  const named = { ...seed, problems: [...seed.problems.filter(({ unit }) => unit !== null), ...services] };
  return seedSnapshot(
    seed,
    '2023-Q1',
    {
      channels,
      problems: seedProblems(named, (id) => byId.get(id) ?? null),
      naming: {
        praisePerGroup: 0,
        blameApprovedAtMost: null,
        leaveOut: [],
        praiseChannels: seed.praises.find(({ id }) => id === 'g03')?.channels ?? [],
      },
      volumes: { groups: [], portalTotal: stated('disclosed_items'), keyAreas: null, source: '县政府门户网站' },
      disclosure: {
        publishing: null,
        handling: [{ platform: '县政府门户网站', matter: '依申请公开事项', received: stated('applications_handled'), overdue: null }],
        interpretations: [],
        activities: [],
        goodWork: [],
      },
    },
    {
      letterhead: seed.document.issuer,
      requirements: [
        { heading: '限期整改', text: '请各单位对照问题逐项整改。', due: '2023-03-22' },
        { heading: '健全公开制度', text: '请各镇、各部门明确专人，文件印发与公开同步。', due: null },
      ],
    },
  );
}
