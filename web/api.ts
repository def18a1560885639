import type { z } from 'zod';
import type { Endpoint } from '../src/contract/endpoint.ts';
import type { InputFault } from '../src/core/error.ts';

/** An error the server answered, with the next step to take; `unreachable` when there was no answer at all. */
export class ApiError extends Error {
  readonly code: string;
  readonly next: string;
  /** Places in what was handed in that are wrong. */
  readonly faults: readonly InputFault[];
  constructor(code: string, message: string, next: string, faults: readonly InputFault[] = []) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.next = next;
    this.faults = faults;
  }
}

/** What the server wants to see with every change; other sites cannot know it. */
let changeKey: string | null = null;
export const holdChangeKey = (key: string | null): void => {
  changeKey = key;
};

type Input<E extends Endpoint> = z.input<E['input']>;
type Output<E extends Endpoint> = E['output'] extends z.ZodType ? z.output<E['output']> : never;

/** Calls an endpoint; path, input and answer are checked against its contract by the compiler, so nothing of it is shipped. */
export async function call<E extends Endpoint>(path: E['path'], input: Input<E>, signal?: AbortSignal): Promise<Output<E>> {
  return ask<E>(addressOf(path, input), { signal });
}

/** Hands something in: the names of the path filled in, the rest as JSON. */
export async function send<E extends Endpoint>(path: E['path'], input: Input<E>): Promise<Output<E>> {
  const names = new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const fields = Object.entries(input as Record<string, unknown>);
  const place = Object.fromEntries(fields.filter(([name]) => names.has(name)));
  return ask<E>(addressOf<Endpoint>(path, place), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(fields.filter(([name]) => !names.has(name))), noNumber),
  });
}

/** JSON would write null for a number that was refused where it was typed, and nothing may be allowed there. */
const noNumber = (_: string, value: unknown): unknown => (Number.isNaN(value) ? '' : value);

/** Hands in a file as it is. */
export async function upload<E extends Endpoint>(path: E['path'], input: Input<E>, file: Blob): Promise<Output<E>> {
  return ask<E>(addressOf(path, input), { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file });
}

/** Hands in a file and saves the one that is answered under the given name. */
export async function download<E extends Endpoint>(path: E['path'], input: Input<E>, file: Blob, name: string): Promise<void> {
  const response = await answerOf(addressOf(path, input), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

async function ask<E extends Endpoint>(address: string, init: RequestInit): Promise<Output<E>> {
  return (await (await answerOf(address, init)).json()) as Output<E>;
}

async function answerOf(address: string, init: RequestInit): Promise<Response> {
  const headers = { accept: 'application/json', ...(changeKey ? { 'x-change-key': changeKey } : {}), ...init.headers };
  const response = await fetch(address, { ...init, headers }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError('unreachable', '连接不上服务。', '请检查网络后重试；网络正常而仍然连接不上时，请联系技术人员。');
  });
  if (response.ok) return response;
  const body = (await response.json().catch(() => null)) as { code: string; message: string; next: string; faults?: InputFault[] } | null;
  throw body
    ? new ApiError(body.code, body.message, body.next, body.faults)
    : new ApiError('internal', '服务返回了无法识别的内容。', '请稍后重试。');
}

/** Address of an endpoint: names in the path filled in, the rest as query. */
export function addressOf<E extends Endpoint>(path: E['path'], input: Input<E>): string {
  const rest = new Map(Object.entries(input as Record<string, unknown>));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of rest) if (value !== undefined && value !== '') query.set(name, String(value));
  return query.size > 0 ? `${filled}?${query}` : filled;
}
