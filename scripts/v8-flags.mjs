/**
 * How every process of ours is started: by `mingcha` and npm scripts (boot.mjs), and by the benches, which would
 * otherwise measure something nobody runs. Crawling makes much short-lived garbage: a small nursery and an old
 * generation that is cleared up early keep the process at half the memory, for a few hundredths of a millisecond a page.
 */
export const V8_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
