/** Writes bits, the lowest of each byte first. */
export class BitWriter {
  #bytes = new Uint8Array(1 << 16);
  #bit = 0;

  write(value: number, bits: number): void {
    for (let i = 0; i < bits; i += 1) {
      if (this.#bit >>> 3 >= this.#bytes.length) this.#grow();
      if ((value >>> i) & 1) this.#bytes[this.#bit >>> 3] = (this.#bytes[this.#bit >>> 3] as number) | (1 << (this.#bit & 7));
      this.#bit += 1;
    }
  }

  /** `value` ones and a zero. */
  writeUnary(value: number): void {
    for (let i = 0; i < value; i += 1) this.write(1, 1);
    this.write(0, 1);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, (this.#bit + 7) >>> 3);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/**
 * Growing numbers as Rice codes of their steps: the quotient by 2^shift in unary, the rest in `shift` bits. About 1.5 bits a
 * number more than no code can save when they are spread by chance, as keys are.
 */
export function packRising(keys: Uint32Array): { bytes: Uint8Array; shift: number } {
  const mean = 2 ** 32 / Math.max(1, keys.length);
  const shift = Math.max(0, Math.min(24, Math.floor(Math.log2(mean * Math.LN2))));
  const writer = new BitWriter();
  let last = 0;
  for (const key of keys) {
    const gap = key - last;
    writer.writeUnary(Math.floor(gap / 2 ** shift));
    writer.write(gap & (2 ** shift - 1), shift);
    last = key;
  }
  return { bytes: writer.bytes(), shift };
}

/** The numbers that `packRising` wrote. */
export function unpackRising(bytes: Uint8Array, shift: number, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  const mask = 2 ** shift - 1;
  let at = 0;
  let held = 0;
  let bits = 0;
  let last = 0;
  for (let i = 0; i < count; i += 1) {
    let quotient = 0;
    for (;;) {
      if (bits === 0) {
        held = bytes[at++] as number;
        bits = 8;
      }
      const one = held & 1;
      held >>>= 1;
      bits -= 1;
      if (one === 0) break;
      quotient += 1;
    }
    while (bits < shift) {
      held |= (bytes[at++] as number) << bits;
      bits += 8;
    }
    last += quotient * (mask + 1) + (held & mask);
    held >>>= shift;
    bits -= shift;
    keys[i] = last;
  }
  return keys;
}
