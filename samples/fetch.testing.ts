import { Agent, get } from 'node:http';

/** Plain GETs of the tests, with nothing of the product in between. */
export interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export function fetchBytes(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

/** Decoded by the charset the page itself declares. */
export async function fetchText(url: string): Promise<string> {
  const { bytes } = await fetchBytes(url);
  const declared = /charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1] ?? 'utf-8';
  return new TextDecoder(declared, { fatal: true }).decode(bytes);
}
