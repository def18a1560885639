import { propose } from '../../../src/disclosure/proposals.ts';
import { rank } from '../../../src/disclosure/ranking.ts';
import type { Snapshot } from '../../../src/notice/snapshot.ts';
import type { ActivityKind, ActivityTopic, PublishingGroup } from '../../../src/notice/snapshot-disclosure.ts';
import { account } from '../../../src/notice/testing/fixtures.ts';
import { readSeed, type Seed, seedProblems, seedSnapshot } from './read.ts';

export const xinfeng = readSeed('xinfeng-2024-04');

const TOPICS: Readonly<Record<string, ActivityTopic>> = { a01: 'training', a02: 'venue', a03: 'catalogue' };

/** 信丰 April 2024: 56 units with tasks, letters, five activities, problems of named units. */
export function xinfengSnapshot(seed: Seed): Snapshot {
  const stated = (metric: string): number => seed.statedFigures.find((figure) => figure.metric === metric)?.value ?? 0;
  const channels = seed.channels
    .filter((channel) => channel.owner !== null && (channel.kind === 'wechat' || channel.kind === 'account_unspecified'))
    .map((channel) =>
      account(channel.owner ?? '', channel.kind, channel.owner ?? '', { id: channel.id, kindName: channel.kindText ?? '新媒体' }),
    );
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return seedSnapshot(seed, '2024-04', {
    channels,
    problems: seedProblems(seed, (id) => byId.get(id) ?? null),
    disclosure: {
      publishing: {
        groups: [1, 2].map((attachment) => groupOf(seed, attachment)),
      },
      handling: [
        { platform: '依申请公开平台', matter: '依申请公开信件', received: stated('applications_received'), overdue: 0 },
        { platform: '网络问政平台', matter: '群众信件', received: stated('petitions_received'), overdue: 0 },
      ],
      interpretations: [],
      activities: seed.activities.map((activity) => {
        const towns = activity.units.filter((unit) => seed.units.find(({ name }) => name === unit)?.group === '乡（镇）');
        const grouped = towns.length === stated('townships_prompted');
        return {
          id: activity.id,
          kind: activity.kind as ActivityKind,
          topic: TOPICS[activity.id] ?? null,
          from: activity.dateText === null ? activity.start : null,
          to: activity.dateText === null ? activity.end : null,
          host: activity.host,
          units: grouped ? activity.units.filter((unit) => !towns.includes(unit)) : activity.units,
          group: grouped ? { name: '乡（镇）', units: towns.length } : null,
          matter: activity.id === 'a02' ? '查询区操作指南和依申请公开流程图' : activity.object,
          people: activity.kind === 'study_visit' ? activity.count : null,
          due: activity.dueDate,
          quick: activity.fastUnits,
          // Late units are problems of the ledger and are named from there.
          slow: [],
        };
      }),
      goodWork: seed.praises
        .filter(({ id }) => id === 'g01' || id === 'g02')
        .map(({ units, items }) => ({ topic: 'model' as const, names: units, kindName: null, items: items.slice(0, 3) })),
    },
  });
}

/** Rows of one table under their printed names, ranked and named from below by the rules of the disclosure work. */
function groupOf(seed: Seed, attachment: number): PublishingGroup {
  const printed = seed.attachments.find(({ no }) => no === attachment)?.rows ?? [];
  const name = attachment === 1 ? '县直单位' : '乡（镇）';
  const rows = seed.figures
    .filter((figure) => figure.attachment === attachment)
    .map((figure) => ({ ...figure, unit: printed[figure.row - 1]?.[0] ?? figure.unit, group: name }));
  const ranking = rank(rows.toReversed(), 'completion');
  const last = attachment === 1 ? propose(rows, { kind: 'bottom', n: 5, by: 'completion' }) : null;
  return {
    name,
    rows: ranking.ranked.map(({ row }) => ({
      unit: row.unit,
      annualTask: row.annualTask,
      publishedTotal: row.publishedTotal,
      publishedInPeriod: row.publishedInPeriod,
    })),
    last: last?.proposed.map(({ unit }) => unit) ?? [],
    tied: last?.tied ?? [],
  };
}
