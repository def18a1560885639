import { createHash } from 'node:crypto';

/** A finished answer, ready to be sent any number of times. */
export interface Answer {
  status: number;
  type: string;
  body: Buffer;
  etag: string;
  /** Last-Modified in milliseconds since 1970. */
  modified: number;
}

export function answer(type: string, body: Buffer, modified: number, status = 200): Answer {
  return { status, type, body, etag: `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`, modified };
}
