/** Orders targets so that hosts take turns: no run of one slow host holds up all the others. */
export function spreadByHost<T extends { url: string }>(targets: readonly T[]): T[] {
  const byHost = new Map<string, T[]>();
  for (const target of targets) {
    const host = new URL(target.url).hostname;
    const lane = byHost.get(host);
    if (lane) lane.push(target);
    else byHost.set(host, [target]);
  }
  const lanes = [...byHost.values()];
  const longest = Math.max(0, ...lanes.map((lane) => lane.length));
  return Array.from({ length: longest }, (_, turn) => lanes.flatMap((lane) => (turn < lane.length ? [lane[turn] as T] : []))).flat();
}
