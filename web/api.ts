import type { z } from 'zod';
import type { Endpoint } from '../src/contract/endpoint.ts';

/** An error the server answered, with the next step to take; `unreachable` when there was no answer at all. */
export class ApiError extends Error {
  readonly code: string;
  readonly next: string;
  constructor(code: string, message: string, next: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.next = next;
  }
}

type Input<E extends Endpoint> = z.input<E['input']>;
type Output<E extends Endpoint> = E['output'] extends z.ZodType ? z.output<E['output']> : never;

/** Calls an endpoint; path, input and answer are checked against its contract by the compiler, so nothing of it is shipped. */
export async function call<E extends Endpoint>(path: E['path'], input: Input<E>, signal?: AbortSignal): Promise<Output<E>> {
  const response = await fetch(addressOf(path, input), { signal, headers: { accept: 'application/json' } }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError('unreachable', '连接不上服务。', '请检查程序是否在运行（npm start），然后重试。');
  });
  if (response.ok) return (await response.json()) as Output<E>;
  const body = (await response.json().catch(() => null)) as { code: string; message: string; next: string } | null;
  throw body ? new ApiError(body.code, body.message, body.next) : new ApiError('internal', '服务返回了无法识别的内容。', '请稍后重试。');
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
