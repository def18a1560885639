// crawlee's CheerioCrawler over the bench site: node crawlee.mjs ORIGIN. Links, pictures, title, metas and text of each page go to its dataset.
import { CheerioCrawler, Configuration, Dataset, log } from '@crawlee/cheerio';

log.setLevel(log.LEVELS.OFF);
const origin = process.argv[2];
const kept = process.argv.includes('--evidence');
const config = new Configuration({ persistStorage: kept, purgeOnStart: true });
const dead = new Set();
let pages = 0;
let lastPage = 0;
const began = performance.now();
const crawler = new CheerioCrawler(
  {
    minConcurrency: 32,
    maxConcurrency: 32,
    maxRequestRetries: 1,
    requestHandlerTimeoutSecs: 30,
    navigationTimeoutSecs: 15,
    additionalMimeTypes: ['*/*'],
    retryOnBlocked: false,
    sessionPoolOptions: { blockedStatusCodes: [] },
    async requestHandler({ request, response, $, contentType, body }) {
      if (response.statusCode >= 400) {
        dead.add(request.url);
        return;
      }
      if ($ === undefined || !/html/.test(contentType.type)) return;
      pages += 1;
      lastPage = performance.now();
      const urls = new Set();
      for (const [selector, attribute] of [
        ['a,area,link', 'href'],
        ['img,script,iframe,frame,embed', 'src'],
      ]) {
        for (const element of $(selector)) {
          const url = URL.parse($(element).attr(attribute) ?? '', request.loadedUrl ?? request.url);
          if (url === null || url.origin !== origin) continue;
          url.hash = '';
          urls.add(url.href);
        }
      }
      await crawler.addRequests([...urls].map((url) => ({ url })));
      const found = {
        url: request.url,
        title: $('title').text(),
        links: urls.size,
        metas: $('meta[name]').length,
        dates: $.text().match(/\d{4}-\d{2}-\d{2}/g)?.length ?? 0,
      };
      if (kept) await Dataset.pushData({ ...found, html: body.toString() });
      else await Dataset.pushData(found);
    },
    failedRequestHandler({ request }) {
      dead.add(request.url);
    },
  },
  config,
);
await crawler.run([`${origin}/index.html`]);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    pages,
    dead: [...dead],
    seconds: (performance.now() - began) / 1000,
    reading: (lastPage - began) / 1000,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakMb: maxRSS / 1024,
  }),
  () => process.exit(0),
);
