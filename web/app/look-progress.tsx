import type { LookNow } from './use-look.ts';

/** How far the newest monitoring that was asked for is, in one line. */
export function LookProgress({ order, now }: { order: LookNow['order']; now: string }) {
  if (order === null) return null;
  const { state, done, notRun, total, by, endedAt, news } = order;
  const words: Readonly<Record<string, string>> = {
    queued: `${by}已安排，半分钟内开始`,
    running: `${done}/${total}`,
    judging: `已看完 ${total} 个，正在得出结果`,
    lapsed: '安排当天没有轮到，请重新安排',
    failed: '没有改动台账，请重新安排',
  };
  const ended =
    endedAt &&
    news &&
    `（${ago(endedAt, now)}）${news.found > 0 ? `新发现 ${news.found} 条，待复核` : '没有新发现'}${notRun > 0 ? `，${notRun} 个没有看成` : ''}`;
  return (
    <span className="look-progress" role="status">
      <b className={state.code === 'failed' || state.code === 'lapsed' ? 'is-bad' : undefined}>{state.name}</b>
      {ended ? ended : ` ${words[state.code] ?? ''}`}
    </span>
  );
}

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

/** `5 分钟前`, by the server's clock: the one on the desk may be wrong. */
function ago(then: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(then)) / 60_000));
  if (minutes < 1) return '刚刚';
  if (minutes < MINUTES_OF_HOUR) return `${minutes} 分钟前`;
  if (minutes < MINUTES_OF_DAY) return `${Math.floor(minutes / MINUTES_OF_HOUR)} 小时前`;
  return `${Math.floor(minutes / MINUTES_OF_DAY)} 天前`;
}
