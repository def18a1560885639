/**
 * Works on items `width` at a time and hands over the results in the order of the items, so that a scan comes out the
 * same however fast each answer was. Takes no further item once `more` says no; the first failure ends it.
 */
export async function* pooled<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
  more: () => boolean = () => true,
): AsyncGenerator<R> {
  const results: Promise<R>[] = [];
  const running = new Set<Promise<unknown>>();
  let ended = false;
  const fill = (): void => {
    while (running.size < width && results.length < items.length && !ended && more()) {
      const result = work(items[results.length] as T);
      results.push(result);
      const task: Promise<unknown> = result
        .catch(() => {
          ended = true;
        })
        .finally(() => {
          running.delete(task);
          fill();
        });
      running.add(task);
    }
  };
  fill();
  try {
    for (let next = 0; next < results.length; next++) yield await (results[next] as Promise<R>);
  } finally {
    ended = true; // a consumer that leaves early starts nothing new
  }
}
