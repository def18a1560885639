import type { LookNews, LookOrder } from '../../store/look-orders.ts';
import type { Run } from '../../store/runs.ts';
import { runProgress } from '../../store/targets.ts';
import { writeMessages } from '../messages/write-messages.ts';
import type { App } from '../open.ts';

/** Tells who asked how the monitoring ended, in counts alone: what was found is for those who may read it, on its own page. */
export async function tellWhoAsked(app: App, order: LookOrder, run: Run | null, news: LookNews | null): Promise<void> {
  const { areaId, id, byName } = order;
  const { title, body } = run && news ? await ended(app, run, news) : notEnded(order);
  await writeMessages(
    app.db,
    areaId,
    {
      ...{ kind: 'look', cause: id, title, body, urgent: false, confidential: false, at: app.now() },
      link: news !== null && news.found > 0 ? `/areas/${areaId}/desk` : `/areas/${areaId}/channels`,
    },
    [{ name: byName }],
  );
}

async function ended(app: App, run: Run, { found, reopened, gone }: LookNews): Promise<{ title: string; body: string }> {
  const { done, 'not-run': notRun } = (await runProgress(app.db, run.id)).channels;
  const lines = [
    `${run.day} 监测 ${done + notRun} 个网站、账号。`,
    found > 0 ? `新发现 ${found} 条，待复核：复核以前不算单位的问题。` : '没有新发现。',
    ...(reopened > 0 ? [`再次出现 ${reopened} 条。`] : []),
    ...(gone > 0 ? [`已不存在 ${gone} 条。`] : []),
    ...(notRun > 0 ? [`${notRun} 个没有看成：不算合格，也不记为单位的问题。`] : []),
  ];
  return { title: found > 0 ? `立即监测已完成：新发现 ${found} 条，待复核` : '立即监测已完成：没有新发现', body: lines.join('\n') };
}

const notEnded = ({ day }: LookOrder): { title: string; body: string } => ({
  title: '立即监测没有完成',
  body: `${day} 安排的监测没有完成，没有改动台账。需要时请再点“立即监测”；再次没有完成时，请联系技术人员。`,
});
