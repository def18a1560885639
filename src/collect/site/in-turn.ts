const tails = new WeakMap<object, Promise<unknown>>();

/** Runs pieces of work one after another for each owner: large files are held whole while they are read. */
export function inTurn<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const turn = (tails.get(owner) ?? Promise.resolve()).then(work, work);
  tails.set(owner, turn);
  return turn;
}
