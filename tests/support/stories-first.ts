import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Long files begin first, so that none is left alone at the end: stories of the whole program, pages in the browser, then the rest as ever. */
const LONG = ['/tests/stories/', '/tests/web/'];

export class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((folder) => moduleId.includes(folder));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
