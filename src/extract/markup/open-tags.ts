/** The elements open at one point of a page, with a count per tag so that the usual answer "none open" needs no search. */
export class OpenTags<T extends { readonly tag: string }> {
  private readonly stack: T[];
  private readonly counts = new Map<string, number>();

  constructor(root: T) {
    this.stack = [root];
  }

  get size(): number {
    return this.stack.length;
  }

  get last(): T {
    return this.stack[this.stack.length - 1] as T;
  }

  has(tag: string): boolean {
    return (this.counts.get(tag) ?? 0) > 0;
  }

  tagAt(i: number): string {
    return (this.stack[i] as T).tag;
  }

  push(element: T): void {
    this.stack.push(element);
    this.counts.set(element.tag, (this.counts.get(element.tag) ?? 0) + 1);
  }

  /** Closes elements until `size` are open. */
  cutTo(size: number): void {
    while (this.stack.length > size) {
      const { tag } = this.stack.pop() as T;
      this.counts.set(tag, (this.counts.get(tag) as number) - 1);
    }
  }
}
