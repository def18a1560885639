import { createHmac } from 'node:crypto';
import { type Answer, defineAdapter } from '../adapter.ts';
import { postJson } from '../post-json.ts';
import { hookAddress, robotSettings } from '../web-hook.ts';
import { cut, plainWords } from '../words.ts';

const HOSTS = ['open.feishu.cn', 'open.larksuite.com'];
/** The body may have 20 KB, marks of JSON included. */
const BYTES = 12_000;
const BUSY_MS = 60_000;
const BUSY = new Set([11232, 9499]);
/** 10000 and above of their own machines: internal error. */
const THEIRS = new Set([10000, 19000, 500]);

/**
 * 飞书自定义机器人: POST {msg_type: post, content}, answered {code, msg}. With 签名校验 the body carries the second and
 * base64(HMAC-SHA256(key = "second\nsecret", nothing)); the second may be an hour off.
 */
export const adapter = defineAdapter({
  kind: 'feishu',
  settings: robotSettings,
  secrets: ['address', 'secret'],
  group: true,
  // The platform allows 100, but groups are read by people.
  perMinute: 20,
  check: ({ address }, out) => void hookAddress(address, HOSTS, out),
  async send({ address, secret }, letter, _to, out) {
    const url = hookAddress(address, HOSTS, out);
    const timestamp = String(Math.floor(Date.parse(letter.at) / 1_000));
    const signed = secret === null ? {} : { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
    const lines = `致：${letter.addressee}\n${letter.text}`;
    const content = [
      ...cut(plainWords(lines), BYTES)
        .split('\n')
        .map((text) => [{ tag: 'text', text }]),
      ...(letter.link === null ? [] : [[{ tag: 'a', text: '在明察中查看', href: letter.link }]]),
    ];
    const body = { ...signed, msg_type: 'post', content: { post: { zh_cn: { title: plainWords(letter.title), content } } } };
    const posted = await postJson(url, body, out);
    return 'end' in posted ? posted.end : answerOf(posted.json);
  },
});

/** Older robots answer {StatusCode, StatusMessage}. */
function answerOf({ code, StatusCode, msg, StatusMessage }: Readonly<Record<string, unknown>>): Answer {
  const said = code ?? StatusCode;
  const number = Number(said ?? Number.NaN);
  if (number === 0) return { outcome: 'sent' };
  const detail = `飞书 ${said}：${String(msg ?? StatusMessage).slice(0, 120)}`;
  if (BUSY.has(number)) return { outcome: 'busy', afterMs: BUSY_MS, detail };
  return { outcome: THEIRS.has(number) || Number.isNaN(number) ? 'failed' : 'refused', detail };
}
