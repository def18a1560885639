const FIRST = 32_768;

/** A body as it arrives, up to a limit. */
export interface Body {
  add(chunk: Uint8Array): void;
  /** There was more than the limit; nothing beyond it is kept. */
  readonly cut: boolean;
  bytes(): Uint8Array;
}

/**
 * Copies what arrives into one buffer that doubles: a chunk is a small part of the connection's own buffer and would
 * keep all of it, and a server that sends letter by letter would make millions of them.
 */
export function createBody(limit: number): Body {
  let room = Buffer.alloc(0);
  let size = 0;
  let cut = false;
  return {
    add(chunk) {
      const part = size + chunk.length > limit ? chunk.subarray(0, limit - size) : chunk;
      cut ||= part.length < chunk.length;
      if (size + part.length > room.length) {
        const wider = Buffer.allocUnsafeSlow(Math.min(limit, Math.max(FIRST, 2 * room.length, size + part.length)));
        room.copy(wider, 0, 0, size);
        room = wider;
      }
      room.set(part, size);
      size += part.length;
    },
    get cut() {
      return cut;
    },
    bytes: () => room.subarray(0, size),
  };
}
