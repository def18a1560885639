// linkinator over the bench site: node linkinator.mjs ORIGIN. Run from the folder it is installed in.
import { LinkChecker } from 'linkinator';

// It ends with an unhandled error when a body breaks off; kept alive here so that it can be compared at all.
process.on('uncaughtException', () => {});
const origin = process.argv[2];
const checker = new LinkChecker();
let pages = 0;
let lastPage = 0;
const began = performance.now();
checker.on('pagestart', () => {
  pages += 1;
  lastPage = performance.now();
});
const { links } = await checker.check({
  path: `${origin}/`,
  recurse: true,
  concurrency: 32,
  timeout: 15_000,
  retryErrors: true,
  retryErrorsCount: 1,
  linksToSkip: async (url) => !url.startsWith(origin),
});
const dead = [...new Set(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url))];
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    pages,
    dead,
    seconds: (performance.now() - began) / 1000,
    reading: (lastPage - began) / 1000,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakMb: maxRSS / 1024,
  }),
  () => process.exit(0),
);
