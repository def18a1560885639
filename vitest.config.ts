import { defineConfig } from 'vitest/config';
import { StoriesFirst } from './tests/support/stories-first.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts', 'samples/**/*.test.ts'],
    globalSetup: ['tests/support/database.ts'],
    // A hung test ends some time; a slow machine is no fault. What waits, waits for a condition and not for a time.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Twice the two cores of the machine that has to be enough: the stories wait a third of their time, and with three a fifth of it lay idle.
    maxWorkers: 4,
    // A process runs many files and loads the program once: nothing here replaces modules, or a global for longer than its file.
    isolate: false,
    // Where Node strips types itself the program is loaded as it is run, without a translation that slows every import and call down.
    experimental: process.features.typescript ? { viteModuleRunner: false, nodeLoader: false } : {},
    sequence: { sequencer: StoriesFirst },
    reporters: ['default', './tests/support/summary.ts'],
  },
});
