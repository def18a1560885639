import type { z } from 'zod';
import type { MachineRight } from './machine-right.ts';
import type { Who } from './who.ts';

/**
 * 接口. `input` holds path parameters, query and JSON body alike; those named in `path` are taken from there. A POST changes
 * something or hands in more than an address holds; its body is JSON, or a file as it is (`file`).
 */
export interface Endpoint<P extends string = string, I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  method: 'GET' | 'POST';
  path: P;
  /** One line for the OpenAPI document, Chinese. */
  title: string;
  who: Who;
  /**
   * Shows words of severe findings, which only roles of the closed list may read (seeds S04): `all` of it, or only while the notice
   * it is about is a `draft`. Elsewhere the scope withholds them.
   */
  grave?: 'all' | 'draft';
  /** Right a machine token needs to call it; absent: machines may not. */
  machine?: MachineRight;
  input: I;
  /** The body is a file, at most of this many bytes, sent as application/octet-stream; absent: JSON. */
  file?: { maxBytes: number };
  /** Shape of the JSON answer, or `bytes` for a file. */
  output: O | 'bytes';
}

/** A JSON endpoint, with its path kept as a literal so that the pages' client is checked against it. */
export function defineEndpoint<const P extends string, I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Endpoint<P, I, O> & { output: O },
): Endpoint<P, I, O> & { output: O } {
  return endpoint;
}

/** An endpoint that answers with a file. */
export function defineDownload<const P extends string, I extends z.ZodObject>(
  endpoint: Endpoint<P, I> & { output: 'bytes' },
): Endpoint<P, I> & { output: 'bytes' } {
  return endpoint;
}
