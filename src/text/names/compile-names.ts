import type { BlockReader } from '../finding.ts';
import { compileFormerNames } from './former-names.ts';
import type { NamesLists } from './office.ts';
import { compilePostHolders } from './post-holders.ts';
import { compileUnitNames } from './unit-names.ts';

/** Makes the reader of layer L2: names of units, former names, people beside their posts. */
export function compileNames(lists: NamesLists): BlockReader {
  const readers = [compileFormerNames(lists), compilePostHolders(lists), compileUnitNames(lists)];
  return (block) => {
    const found = readers.flatMap((read) => read(block));
    const first = found.filter((one, i) => !found.slice(0, i).some((other) => one.start < other.end && other.start < one.end));
    return first.sort((a, b) => a.start - b.start);
  };
}
