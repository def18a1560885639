import { createHmac } from 'node:crypto';
import { type Answer, defineAdapter } from '../adapter.ts';
import { postJson } from '../post-json.ts';
import { hookAddress, robotSettings } from '../web-hook.ts';
import { markdownOf } from '../words.ts';

const HOSTS = ['oapi.dingtalk.com'];
/** Longest markdown the platform takes. */
const BYTES = 20_000;
/** Who exceeds 20 a minute is shut out for ten minutes. */
const BUSY_MS = 600_000;
const BUSY = new Set([130101, 410100, 90030]);

/**
 * 钉钉自定义机器人: POST {msgtype, markdown: {title, text}}, answered {errcode, errmsg}. With 加签 the address carries the
 * moment and base64(HMAC-SHA256(secret, "moment\nsecret")); the moment may be an hour off.
 */
export const adapter = defineAdapter({
  kind: 'dingtalk',
  settings: robotSettings,
  secrets: ['address', 'secret'],
  group: true,
  perMinute: 20,
  check: ({ address }, out) => void hookAddress(address, HOSTS, out),
  async send({ address, secret }, letter, _to, out) {
    const url = hookAddress(address, HOSTS, out);
    if (secret !== null) {
      const timestamp = String(Date.parse(letter.at));
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    }
    const body = { msgtype: 'markdown', markdown: { title: letter.title, text: markdownOf(letter, BYTES) } };
    const posted = await postJson(url, body, out);
    return 'end' in posted ? posted.end : answerOf(posted.json);
  },
});

function answerOf({ errcode, errmsg }: Readonly<Record<string, unknown>>): Answer {
  const code = Number(errcode ?? Number.NaN);
  if (code === 0) return { outcome: 'sent' };
  const detail = `钉钉 ${errcode}：${String(errmsg).slice(0, 120)}`;
  if (BUSY.has(code)) return { outcome: 'busy', afterMs: BUSY_MS, detail };
  // -1: system busy.
  return { outcome: code === -1 || Number.isNaN(code) ? 'failed' : 'refused', detail };
}
