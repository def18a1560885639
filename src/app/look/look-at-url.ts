import { type Browser, openBrowser } from '../../collect/browser/open-browser.ts';
import { titleOf } from '../../collect/http/quick-text.ts';
import type { Look } from '../../collect/index.ts';
import { ownHosts } from '../../collect/site/own-hosts.ts';
import { dateAt, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import type { Config } from '../config.ts';
import { type ListedColumn, readColumnsFile } from './columns-file.ts';
import { type LookEvidence, NOWHERE, openEvidence } from './evidence.ts';
import { type LookRules, observe, rulesOfLook } from './judge-look.ts';
import { openHome } from './open-home.ts';
import { passingPictures } from './pictures.ts';
import { readAttachments } from './read-attachments.ts';
import { makeReport } from './report/make-report.ts';
import type { LookReport } from './report/report.ts';
import { type LookLimits, type LookRequest, limitsOf, siteAddress } from './request.ts';
import { subjectsOf } from './subjects.ts';
import { survey } from './survey.ts';
import { type WalkProgress, walk } from './walk.ts';
import { openWayOut, type WayOut } from './way-out.ts';

export interface LookOptions {
  onStep?(progress: WalkProgress): void;
  /** Stops the look; what was seen until then is reported. */
  signal?: AbortSignal;
  /** Hears of every picture taken (WebP), by the hash that the report names. */
  onPicture?(hash: string, bytes: Uint8Array): void;
  /** Hears once that no browser starts here; the look goes on without. */
  onAbsentBrowser?(error: MingchaError): void;
  /** Tests only: waits that differ from those of the rules. */
  waits?: Partial<Pick<LookLimits, 'totalMs' | 'apartMs'>>;
}

/**
 * Looks at one whole site and judges it, without a database. Throws MingchaError 'usage' for a request out of range,
 * 'refused' for an address inside a network that is not opened, 'bad-input' for a wrong list of columns, 'not-found'
 * for an unknown sheet, 'interrupted' when stopped before the site was walked through.
 */
export async function lookAtUrl(
  config: Pick<Config, 'allowNetworks' | 'contact'>,
  request: LookRequest,
  options: LookOptions = {},
): Promise<LookReport> {
  const began = performance.now();
  const at = new Date().toISOString();
  const asked = siteAddress(request.url);
  const limits = { ...limitsOf(request, asked), ...options.waits };
  const listed = request.columnsFile ? readColumnsFile(request.columnsFile.bytes, request.columnsFile.name) : [];
  const rules = await rulesOfLook(request.sheet, dateAt(at));
  const way = openWayOut(config, limits);
  const { browserFolder } = request;
  const browser = browserFolder === undefined ? null : browserOf(browserFolder, options);
  let evidence: LookEvidence | null = null;
  try {
    const first = await openHome(way.net, asked, limits, options.signal);
    evidence = await openEvidence(request.evidenceFolder);
    const parts = await lookThrough({ first, at, limits, listed, rules, way, browser, evidence, options });
    const usage = { seconds: (performance.now() - began) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 };
    const report = makeReport({ ...parts, ...usage, at, rules, limits, evidence: request.evidenceFolder });
    await evidence.report(report);
    return report;
  } catch (error) {
    if (!options.signal?.aborted) throw error;
    throw new MingchaError('interrupted', '还没有读到网站的页面就被停止了。', '请重新运行。', { cause: error });
  } finally {
    evidence?.close();
    await browser?.close();
    await way.net.close();
  }
}

/** Pictures small enough for a report that carries them. */
function browserOf(folder: string, { onAbsentBrowser }: LookOptions): Browser {
  return openBrowser({
    folder,
    limits: { pictureBytes: 200_000, pictureHeight: 2_000 },
    ...(onAbsentBrowser ? { onAbsent: onAbsentBrowser } : {}),
  });
}

/** What the checks read of the site, then the site from end to end. */
async function lookThrough(input: {
  first: Look;
  at: Instant;
  limits: LookLimits;
  listed: readonly ListedColumn[];
  rules: LookRules;
  way: WayOut;
  browser: Browser | null;
  evidence: LookEvidence;
  options: LookOptions;
}) {
  const { first, at, limits, listed, rules, way, browser, evidence, options } = input;
  const day = dateAt(at);
  const home = new URL(first.finalUrl);
  const subjects = subjectsOf(home, listed, day);
  const { site, columns } = subjects;
  const signal = options.signal ? { signal: options.signal } : {};
  way.belongs(ownHosts({ site, columns, day }));
  const blobs = passingPictures(evidence.blobs ?? NOWHERE, (hash, bytes) => options.onPicture?.(hash, bytes));
  const facts = await survey({ site, columns, day, net: way.net, blobs, limits, ...(browser ? { browser } : {}), ...signal });
  await evidence.facts(facts);
  const walked = await walk({
    home: home.href,
    columns,
    way,
    blobs: evidence.blobs,
    limits,
    async onStep(step, progress) {
      await evidence.pages(step.pages);
      options.onStep?.(progress);
    },
    ...signal,
  });
  const documents = await readAttachments({ attachments: walked.attachments, net: way.net, blobs: evidence.blobs ?? NOWHERE, ...signal });
  const title = first.bytes ? titleOf(decodeHtml(first.bytes, first.headers.contentType).text) || null : null;
  const { outcome, certificate } = first;
  return {
    home: { url: home.href, title, outcome, certificate },
    subjects,
    facts,
    observations: observe(rules, subjects, facts, day),
    walked,
    documents,
  };
}
