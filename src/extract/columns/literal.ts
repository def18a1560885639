/** A value written in a script as data. `undefined` stands for what is an expression and not data. */
export type Literal = string | number | boolean | null | undefined | Literal[] | { [key: string]: Literal };

/** Bounds far above any real menu. */
const MOST_ATTEMPTS = 40;
const MOST_STEPS = 2_000_000;
const DEEPEST = 40;

/**
 * Arrays of objects that a script holds as data: `var zNodes = [{ id: 1, name: '政务公开' }, …]`, JSON or not (bare keys,
 * single quotes, trailing commas, comments). Nothing is executed; expressions read as undefined. Time is bounded.
 */
export function findArrays(script: string): Literal[][] {
  const found: Literal[][] = [];
  const reader = new LiteralReader(script);
  const start = /\[\s*\{/g;
  for (let tries = 0, match = start.exec(script); match !== null && tries < MOST_ATTEMPTS; tries++, match = start.exec(script)) {
    const value = reader.arrayAt(match.index);
    if (value === null) continue;
    found.push(value);
    start.lastIndex = reader.at;
  }
  return found;
}

class Refused extends Error {}

class LiteralReader {
  at = 0;
  private steps = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  arrayAt(at: number): Literal[] | null {
    this.at = at;
    try {
      return this.array(0);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  private peek(): string {
    if (++this.steps > MOST_STEPS) throw new Refused();
    return this.text[this.at] ?? '';
  }

  private blanks(): void {
    for (;;) {
      const letter = this.peek();
      if (letter !== '' && /[\s\ufeff]/.test(letter)) this.at++;
      else if (letter === '/' && (this.text[this.at + 1] === '/' || this.text[this.at + 1] === '*')) {
        const ends = this.text[this.at + 1] === '/' ? '\n' : '*/';
        const end = this.text.indexOf(ends, this.at + 2);
        this.at = end < 0 ? this.text.length : end + ends.length;
      } else return;
    }
  }

  private value(depth: number): Literal {
    this.blanks();
    const letter = this.peek();
    const from = this.at;
    let value: Literal;
    if (letter === '"' || letter === "'") value = this.string(letter);
    else if (letter === '[') value = this.array(depth + 1);
    else if (letter === '{') value = this.object(depth + 1);
    else value = this.word();
    this.blanks();
    if (/^[,}\]]$/.test(this.peek())) return value;
    this.at = from;
    this.expression();
    return undefined;
  }

  private array(depth: number): Literal[] {
    if (depth > DEEPEST) throw new Refused();
    const items: Literal[] = [];
    this.at++;
    for (;;) {
      this.blanks();
      if (this.peek() === ']') break;
      items.push(this.value(depth));
      if (this.peek() === ',') this.at++;
      else if (this.peek() !== ']') throw new Refused();
    }
    this.at++;
    return items;
  }

  private object(depth: number): { [key: string]: Literal } {
    if (depth > DEEPEST) throw new Refused();
    const fields: { [key: string]: Literal } = Object.create(null);
    this.at++;
    for (;;) {
      this.blanks();
      if (this.peek() === '}') break;
      const quote = this.peek();
      const key = quote === '"' || quote === "'" ? this.string(quote) : this.take(/[\w$]+/y);
      this.blanks();
      if (key === null || this.peek() !== ':') throw new Refused();
      this.at++;
      fields[key] = this.value(depth);
      if (this.peek() === ',') this.at++;
      else if (this.peek() !== '}') throw new Refused();
    }
    this.at++;
    return fields;
  }

  private string(quote: string): string {
    let text = '';
    for (this.at++; ; this.at++) {
      const letter = this.peek();
      if (letter === '' || letter === '\n') throw new Refused();
      if (letter === quote) break;
      text += letter === '\\' ? this.escape() : letter;
    }
    this.at++;
    return text;
  }

  private escape(): string {
    const letter = this.text[++this.at] ?? '';
    const hex = /^[0-9a-f]{4}/i.exec(this.text.slice(this.at + 1, this.at + 5))?.[0];
    if (letter === 'u' && hex !== undefined) {
      this.at += 4;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    return letter === 'n' || letter === 'r' || letter === 't' ? ' ' : letter;
  }

  private word(): Literal {
    const word = this.take(/-?[\w.]+/y);
    if (word === 'true' || word === 'false') return word === 'true';
    return word !== null && /^-?\d/.test(word) ? Number(word) : word === 'null' ? null : undefined;
  }

  private take(form: RegExp): string | null {
    form.lastIndex = this.at;
    const [word] = form.exec(this.text) ?? [];
    if (word === undefined) return null;
    this.at += word.length;
    return word;
  }

  /** Steps over an expression up to the comma or bracket that ends it. */
  private expression(): void {
    let open = 0;
    for (;;) {
      const letter = this.peek();
      if (letter === '') throw new Refused();
      if (letter === '"' || letter === "'") this.string(letter);
      else {
        if (open === 0 && /[,}\]]/.test(letter)) return;
        if (/[([{]/.test(letter)) open++;
        if (/[)\]}]/.test(letter)) open--;
        this.at++;
      }
    }
  }
}
