/** What every process of ours does at its beginning and end: say that it is ready, and end when told or when its parent is gone. */
export function runProcess(begin: () => Promise<{ ready: Record<string, unknown>; stop(): Promise<void> }>): void {
  // The terminal's Ctrl-C reaches the whole group; only the supervisor acts on it and then tells us.
  process.on('SIGINT', () => undefined);
  begin().then(
    ({ ready, stop }) => {
      let ending = false;
      const end = (): void => {
        if (ending) return;
        ending = true;
        stop().then(
          () => process.exit(0),
          (error: unknown) => fail(error),
        );
      };
      process.on('SIGTERM', end);
      process.on('disconnect', end);
      process.stdout.write(`${JSON.stringify({ ready: true, ...ready })}\n`);
    },
    (error: unknown) => fail(error),
  );
}

function fail(error: unknown): never {
  process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(70);
}
