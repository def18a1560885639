import { Agent, request } from 'undici';
import type { Answer, WayOut } from './adapter.ts';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
const ANSWER_BYTES = 65_536;
/** What a platform asks for when it says 429 without saying how long. */
const BUSY_MS = 60_000;

/** What came back: the JSON of an answer, or the end the letter met on the way. */
export type Posted = { json: Readonly<Record<string, unknown>> } | { end: Answer };

const failed = (detail: string): Posted => ({ end: { outcome: 'failed', detail } });

/**
 * Hands JSON to an address that `hookAddress` has let through. The name is looked up under the guard, redirects are not
 * followed, the answer is short. Never rejects; what is told of a fault holds no part of the address.
 */
export async function postJson(url: URL, body: unknown, { guard }: WayOut): Promise<Posted> {
  const agent = new Agent({ connect: { timeout: CONNECT_MS, lookup: guard.lookup } });
  try {
    const {
      statusCode,
      headers,
      body: answer,
    } = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
      signal: AbortSignal.timeout(ANSWER_MS + CONNECT_MS),
    });
    if (statusCode === 429) {
      await answer.dump();
      const seconds = Number(headers['retry-after']);
      return {
        end: { outcome: 'busy', afterMs: seconds > 0 && seconds < 3_600 ? seconds * 1_000 : BUSY_MS, detail: '平台限流（HTTP 429）' },
      };
    }
    const json = readJson(await textOf(answer));
    // The platforms answer faults as JSON, some of them with a status of 400.
    if (json) return { json };
    return statusCode >= 400 && statusCode < 500
      ? { end: { outcome: 'refused', detail: `地址不对或已停用（HTTP ${statusCode}）` } }
      : failed(`回答无法识别（HTTP ${statusCode}）`);
  } catch (error) {
    return failed(`连接不上（${codeOf(error)}）`);
  } finally {
    await agent.destroy();
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > ANSWER_BYTES) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: string; name?: string };
  return code ?? name ?? 'UNKNOWN';
};
