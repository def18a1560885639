import { quickBrowser } from '../../src/collect/browser/testing/real-browser.ts';
import { openNet } from '../../src/collect/http/open-net.ts';

/** A process that has a page open in a browser and waits to be killed: `node browser-worker.ts ADDRESS`. */
const net = openNet({ allowNetworks: ['127.0.0.2/32'], paceMs: 0 });
const browser = quickBrowser({ limits: { pageMs: 60_000, settleMs: 60_000 } });
void browser.render(net, process.argv[2] ?? '', {});
