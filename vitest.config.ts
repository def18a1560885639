import { defineConfig } from 'vitest/config';
import { StoriesFirst } from './tests/support/stories-first.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts', 'samples/**/*.test.ts'],
    globalSetup: ['tests/support/database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the two cores of the machine that has to be enough: the stories wait a third of their time.
    maxWorkers: 3,
    // A process runs many files and loads the program once: nothing here replaces modules, or a global for longer than its file.
    isolate: false,
    sequence: { sequencer: StoriesFirst },
    reporters: ['default', './tests/support/summary.ts'],
  },
});
