import { titleOf } from '../../collect/http/quick-text.ts';
import type { CrawlStep } from '../../collect/index.ts';
import { ownHosts } from '../../collect/site/own-hosts.ts';
import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import type { Config } from '../config.ts';
import { readColumnsFile } from './columns-file.ts';
import { NOWHERE, openEvidence } from './evidence.ts';
import { observe, rulesOfLook } from './judge-look.ts';
import { openHome } from './open-home.ts';
import { makeReport } from './report/make-report.ts';
import type { LookReport } from './report/report.ts';
import { type LookRequest, limitsOf, siteAddress } from './request.ts';
import { subjectsOf } from './subjects.ts';
import { survey } from './survey.ts';
import { walk } from './walk.ts';
import { openWayOut } from './way-out.ts';

export interface LookOptions {
  onStep?(progress: CrawlStep['progress']): void;
  /** Stops the look; what was seen until then is reported. */
  signal?: AbortSignal;
}

/**
 * Looks at one whole site and judges it, without a database. Throws MingchaError 'usage' for a request out of range,
 * 'refused' for an address inside a network that is not opened, 'bad-input' for a wrong list of columns, 'not-found'
 * for an unknown sheet, 'interrupted' when stopped before the first page was read.
 */
export async function lookAtUrl(
  config: Pick<Config, 'allowNetworks' | 'contact'>,
  request: LookRequest,
  { onStep, signal }: LookOptions = {},
): Promise<LookReport> {
  const began = performance.now();
  const at = new Date().toISOString();
  const day = dateAt(at);
  const asked = siteAddress(request.url);
  const limits = limitsOf(request, asked);
  const listed = request.columnsFile ? readColumnsFile(request.columnsFile.bytes, request.columnsFile.name) : [];
  const rules = await rulesOfLook(request.sheet, day);
  const { net, belongs } = openWayOut(config, limits);
  try {
    const first = await openHome(net, asked, limits, signal);
    const home = new URL(first.finalUrl);
    const subjects = subjectsOf(home, listed, day);
    belongs(ownHosts({ site: subjects.site, columns: subjects.columns, day }));
    const evidence = await openEvidence(request.evidenceFolder);
    const facts = await survey({ ...subjects, day, net, blobs: evidence.blobs ?? NOWHERE, limits, ...(signal ? { signal } : {}) });
    await evidence.facts(facts);
    const walked = await walk({
      home: home.href,
      columns: subjects.columns,
      net,
      blobs: evidence.blobs,
      limits,
      async onStep(step) {
        await evidence.pages(step.pages);
        onStep?.(step.progress);
      },
      ...(signal ? { signal } : {}),
    });
    const title = first.bytes ? titleOf(decodeHtml(first.bytes, first.headers.contentType).text) : '';
    const report = makeReport({
      home: { url: home.href, title: title || null, outcome: first.outcome, certificate: first.certificate },
      at,
      rules,
      subjects,
      facts,
      observations: observe(rules, subjects, facts, day),
      walked,
      limits,
      evidence: request.evidenceFolder,
      seconds: (performance.now() - began) / 1000,
      peakMb: process.resourceUsage().maxRSS / 1024,
    });
    await evidence.report(report);
    return report;
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new MingchaError('interrupted', '还没有读到网站的页面就被停止了。', '请重新运行。', { cause: error });
  } finally {
    await net.close();
  }
}
