/** A few places and a line of those who wait for one. */
export interface Slots {
  /** Waits for a place; the answer gives it back. Rejects when `signal` is aborted. */
  enter(signal?: AbortSignal): Promise<() => void>;
}

export function createSlots(places: number): Slots {
  const waiting: (() => void)[] = [];
  let free = places;
  const give = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    enter(signal) {
      return new Promise((resolve, reject) => {
        const take = (): void => {
          signal?.removeEventListener('abort', abandon);
          let held = true;
          resolve(() => {
            if (held) give();
            held = false;
          });
        };
        const abandon = (): void => {
          const place = waiting.indexOf(take);
          if (place >= 0) waiting.splice(place, 1);
          reject(signal?.reason);
        };
        if (signal?.aborted) return abandon();
        signal?.addEventListener('abort', abandon, { once: true });
        if (free > 0) {
          free -= 1;
          take();
        } else waiting.push(take);
      });
    },
  };
}
