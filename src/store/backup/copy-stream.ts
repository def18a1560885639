import { Readable, Writable } from 'node:stream';
import type pg from 'pg';

/** What the driver calls on a query object of our own, and the connection it hands us. */
interface Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
  stream: Writable & { pause(): void; resume(): void };
}

/** Rows of a `copy … to stdout` as a stream; the server waits while nobody reads. */
export class CopyOut extends Readable {
  #text: string;
  #connection: Connection | null = null;
  rows = 0;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    // The driver uses its buffer again for the next message.
    if (!this.destroyed && !this.push(Buffer.from(chunk))) connection.stream.pause();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // The rest still arrives and is dropped; paused, the connection could not even be closed.
    this.#connection?.stream.resume();
    done(error);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ')[1]);
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }
}

/** Takes the rows of a `copy … from stdin`; finished when the server has taken them all. */
export class CopyIn extends Writable {
  #text: string;
  #connection: Connection | null = null;
  #ready: (() => void) | null = null;
  #finished: ((error?: Error) => void) | null = null;
  rows = 0;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  handleCopyInResponse(): void {
    this.#ready?.();
  }

  override _construct(begin: (error?: Error) => void): void {
    this.#ready = begin;
  }

  override _write(chunk: Buffer, _encoding: string, written: () => void): void {
    const connection = this.#connection as Connection;
    connection.sendCopyFromChunk(chunk);
    if (connection.stream.writableNeedDrain) connection.stream.once('drain', written);
    else written();
  }

  override _final(finished: (error?: Error) => void): void {
    this.#finished = finished;
    this.#connection?.endCopyFrom();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // Half a table must not count as the whole; the server drops this when it has stopped by itself.
    if (error) this.#connection?.sendCopyFail(error.message);
    done(error);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ')[1]);
  }

  handleReadyForQuery(): void {
    this.#finished?.();
  }

  handleError(error: Error): void {
    this.#ready?.();
    this.destroy(error);
  }
}

/** Hands a copy stream to a connection of the driver. */
export function copy<T extends CopyOut | CopyIn>(client: pg.ClientBase, stream: T): T {
  return client.query(stream as unknown as pg.Submittable) as unknown as T;
}
