import type { Finding } from './finding.ts';

/** Letters of blocks that are kept: the templates of a site and some thousands of its pages. */
const ROOM = 4_000_000;

/**
 * What was found in blocks read before. It belongs to one proofreader, so to one version of its lists. The oldest block goes
 * first when the room is used up.
 */
export class BlockCache {
  readonly #kept = new Map<string, readonly Finding[]>();
  #letters = 0;

  of(block: string, read: () => readonly Finding[]): readonly Finding[] {
    const before = this.#kept.get(block);
    if (before) return before;
    const findings = read();
    this.#kept.set(block, findings);
    this.#letters += block.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#letters <= ROOM) break;
      this.#kept.delete(oldest);
      this.#letters -= oldest.length;
    }
    return findings;
  }
}
