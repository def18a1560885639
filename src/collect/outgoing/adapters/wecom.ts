import { type Answer, defineAdapter } from '../adapter.ts';
import { postJson } from '../post-json.ts';
import { hookAddress, robotSettings } from '../web-hook.ts';
import { markdownOf } from '../words.ts';

const HOSTS = ['qyapi.weixin.qq.com'];
/** Longest markdown the platform takes. */
const BYTES = 4096;
const BUSY_MS = 60_000;

/** 45009: more than 20 a minute. 45033: too many at once. */
const BUSY = new Set([45009, 45033]);
/** -1: the platform's own trouble; -2 to -9 likewise. */
const isTheirs = (code: number): boolean => code < 0;

/** 企业微信群机器人: POST {msgtype, markdown}, answered {errcode, errmsg}; 0 is success. */
export const adapter = defineAdapter({
  kind: 'wecom',
  settings: robotSettings,
  secrets: ['address', 'secret'],
  group: true,
  perMinute: 20,
  check: ({ address }, out) => void hookAddress(address, HOSTS, out),
  async send({ address }, letter, _to, out) {
    const url = hookAddress(address, HOSTS, out);
    const posted = await postJson(url, { msgtype: 'markdown', markdown: { content: markdownOf(letter, BYTES) } }, out);
    return 'end' in posted ? posted.end : answerOf(posted.json);
  },
});

function answerOf({ errcode, errmsg }: Readonly<Record<string, unknown>>): Answer {
  const code = Number(errcode ?? Number.NaN);
  if (code === 0) return { outcome: 'sent' };
  const detail = `企业微信 ${errcode}：${String(errmsg).slice(0, 120)}`;
  if (BUSY.has(code)) return { outcome: 'busy', afterMs: BUSY_MS, detail };
  return { outcome: isTheirs(code) || Number.isNaN(code) ? 'failed' : 'refused', detail };
}
