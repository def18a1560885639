import type { ReadingLimits } from './limits.ts';

/** What one reading may still use; shared by all members of an archive. */
export class Allowance {
  readonly limits: ReadingLimits;
  /** Something was left out. */
  truncated = false;
  /** The document is wanted as paragraphs and tables in order too: twice the memory, so only where asked for. */
  readonly blocks: boolean;
  /** The caller no longer waits. */
  givenUp = false;
  readonly #more: () => boolean;
  #unpacked = 0;
  #characters = 0;
  #full = false;
  #cells = 0;
  #members = 0;

  constructor(limits: ReadingLimits, more: () => boolean, blocks = false) {
    this.limits = limits;
    this.#more = more;
    this.blocks = blocks;
  }

  /** Whether the caller still waits: pure rooms have no clock, so he holds it. */
  goOn(): boolean {
    return this.#waited() || this.#cut();
  }
  /** Takes up unpacked bytes; false when there is no room for them. */
  unpack(bytes: number): boolean {
    this.#unpacked += bytes;
    return (this.#unpacked <= this.limits.unpackedBytes && this.#waited()) || this.#cut();
  }
  /** How many of a number of letters may be kept. */
  keep(letters: number): number {
    const room = Math.max(0, Math.min(letters, this.limits.characters - this.#characters));
    this.#characters += room;
    if (room < letters) {
      this.truncated = true;
      this.#full = true;
    }
    return room;
  }
  /** A letter had to be left out: no use in reading on. */
  get full(): boolean {
    return this.#full;
  }
  /** Takes up cells of a table; false when there is no room for them. */
  cells(count: number): boolean {
    this.#cells += count;
    return this.#cells <= this.limits.cells || this.#cut();
  }
  member(): boolean {
    this.#members += 1;
    return this.#members <= this.limits.members || this.#cut();
  }
  #waited(): boolean {
    this.givenUp ||= !this.#more();
    return !this.givenUp;
  }
  #cut(): false {
    this.truncated = true;
    return false;
  }
}
