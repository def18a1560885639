/**
 * Aborted when the person at the terminal, the system, or the end of our starter asks this process to end. Asking again
 * changes nothing: what has to be stopped is stopped in order, within a bounded time.
 */
export function stopSignal(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort());
  // The boot script holds a channel to us: it closes when that script is killed and can pass on no signal any more.
  process.on('disconnect', () => asked.abort());
  process.channel?.unref();
  // A terminal that was closed takes no more words; the stopping goes on without them.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return asked.signal;
}

/** Resolves when the signal is given. */
export function given(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The work's own result, unless the signal is given first: then it rejects as aborted, and the work is left to itself. */
export async function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  const stopped = given(signal).then(() => signal.throwIfAborted());
  return (await Promise.race([work, stopped])) as T;
}
