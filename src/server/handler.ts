import type { z } from 'zod';
import type { App } from '../app/open.ts';
import type { Endpoint } from '../contract/endpoint.ts';

/** A file as an endpoint answers it. */
export interface FileAnswer {
  bytes: Uint8Array;
  fileName: string;
  /** `evidence`: as plain text, never rendered. `document`: by its own type, saved. `page`: shown in a sandboxed frame. */
  as: 'evidence' | 'document' | 'page';
}

type Answer<E extends Endpoint> = E['output'] extends z.ZodType ? z.input<E['output']> : FileAnswer;

/** Answers one endpoint: input as the contract's schema gives it, output as it takes it; `file` is empty where none is sent. */
export type Handler<E extends Endpoint> = (app: App, input: z.output<E['input']>, file: Uint8Array) => Promise<Answer<E>>;
