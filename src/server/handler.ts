import type { z } from 'zod';
import type { App } from '../app/open.ts';
import type { Caller } from '../app/people/caller.ts';
import type { Endpoint } from '../contract/endpoint.ts';

/** A file as an endpoint answers it. */
export interface FileAnswer {
  bytes: Uint8Array;
  fileName: string;
  /**
   * `evidence`: as plain text, never rendered. `document`: by its own type, saved. `page`: shown in a sandboxed frame.
   * `picture`: shown as the png or jpg it was found to be.
   */
  as: 'evidence' | 'document' | 'page' | 'picture';
}

type Answer<E extends Endpoint> = E['output'] extends z.ZodType ? z.input<E['output']> : FileAnswer;

/** An answer that also gives the browser a session to hold, or takes it away (null). */
export class WithSession<T> {
  readonly answer: T;
  readonly token: string | null;
  constructor(answer: T, token: string | null) {
    this.answer = answer;
    this.token = token;
  }
}

/**
 * Answers one endpoint: input as the contract's schema gives it, output as it takes it; `file` is empty where none is sent. The caller
 * may call and the area is its own; where its reach is `own`, the query must hold to `caller.scope`.
 */
export type Handler<E extends Endpoint> = (
  app: App,
  input: z.output<E['input']>,
  file: Uint8Array,
  caller: Caller,
) => Promise<Answer<E> | WithSession<Answer<E>>>;
