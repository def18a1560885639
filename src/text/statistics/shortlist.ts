/** The best few of many, best first, without making an object of each. */
export class Shortlist {
  readonly #scores: Float64Array;
  readonly #ids: Uint16Array;
  readonly #kinds: Uint8Array;
  readonly #room: number;
  length = 0;

  constructor(room: number) {
    this.#room = room;
    this.#scores = new Float64Array(room);
    this.#ids = new Uint16Array(room);
    this.#kinds = new Uint8Array(room);
  }

  clear(): void {
    this.length = 0;
  }

  idAt(place: number): number {
    return this.#ids[place] as number;
  }

  kindAt(place: number): number {
    return this.#kinds[place] as number;
  }

  offer(score: number, id: number, kind: number): void {
    let place = this.length;
    if (place === this.#room) {
      place -= 1;
      if (score <= (this.#scores[place] as number)) return;
    } else this.length += 1;
    for (; place > 0 && (this.#scores[place - 1] as number) < score; place -= 1) {
      this.#scores[place] = this.#scores[place - 1] as number;
      this.#ids[place] = this.#ids[place - 1] as number;
      this.#kinds[place] = this.#kinds[place - 1] as number;
    }
    this.#scores[place] = score;
    this.#ids[place] = id;
    this.#kinds[place] = kind;
  }
}
