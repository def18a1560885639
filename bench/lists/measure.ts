import type { buildServer } from '../../src/server/app.ts';

export type Server = Awaited<ReturnType<typeof buildServer>>;

/** The peer asked between any two askings: who is signed in, a few rows along their keys. Nothing the product answers costs less. */
const PEER = '/api/me';
const PEER_ASKED = 3;
/** Longer than this and one asking must do. */
const PATIENCE_MS = 10_000;

export interface Line {
  name: string;
  status: number;
  /** Milliseconds of the first asking, of the median and of the least of the later ones. */
  first: number;
  median: number;
  least: number;
  /** Median over the peer's median in the same minute: what the load and the machine do to one they do to the other. */
  ratio: number;
  bytes: number;
  body: string;
}

const medianOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Asks once for the first time and `repeat` times more, the peer between; `place` sets apart the callers, so that nobody asks too much. */
export async function measure(
  server: Server,
  { name, url, token, repeat, place }: { name: string; url: string; token: string; repeat: number; place: number },
): Promise<Line> {
  const ask = async (address: string, n: number) => {
    const began = performance.now();
    const answer = await server.inject({ url: address, headers: { cookie: `mingcha=${token}` }, remoteAddress: `10.0.${place}.${n + 1}` });
    return { took: performance.now() - began, answer };
  };
  const times: number[] = [];
  const peer: number[] = [];
  let last: Awaited<ReturnType<typeof ask>>['answer'] | undefined;
  for (let n = 0; n <= repeat && (times[0] ?? 0) < PATIENCE_MS; n += 1) {
    for (let m = 0; m < PEER_ASKED; m += 1) peer.push((await ask(PEER, n)).took);
    const { took, answer } = await ask(url, n);
    times.push(took);
    last = answer;
  }
  const first = times[0] as number;
  const warm = times.length > 1 ? times.slice(1) : times;
  const median = medianOf(warm);
  return {
    name,
    status: last?.statusCode ?? 0,
    first,
    median,
    least: Math.min(...warm),
    ratio: median / medianOf(peer),
    bytes: last?.rawPayload.length ?? 0,
    body: last?.body ?? '',
  };
}
