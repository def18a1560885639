import type { Reporter, TestModule } from 'vitest/node';

/** Prints the one line that CI and people read last: `N passed, N failed`. Files that could not even load count as failed. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const module of modules) {
      if (module.errors().length > 0 && module.children.size === 0) failed += 1;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
      }
    }
    // After the other reporters have written theirs.
    process.on('exit', () => {
      if (skipped > 0) console.log(`${skipped} skipped (their material is not beside this checkout)`);
      console.log(`${passed} passed, ${failed} failed`);
    });
  }
}
