import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import type { Site } from '../../subjects/channel.ts';
import type { App } from '../open.ts';
import { externalHostsFact, siteHosts } from './external-hosts.ts';
import { intrusionFacts } from './page-facts.ts';
import type { SiteHosts } from './page-of.ts';

/** Reads the pages of a scan for intrusion, step by step, and at its end what the site links to. Made once a scan. */
export interface IntrusionReader {
  pages(facts: readonly Fact[]): Promise<Fact[]>;
  end(at: Instant): Promise<void>;
}

/** Reads the pages of one scan for what intruders put into them; the hosts known of the site are asked for once, when first needed. */
export function intrusionReader(app: App, site: Site, run: { id: string; day: CalendarDate }): IntrusionReader {
  let hosts: Promise<SiteHosts> | null = null;
  const asked = (): Promise<SiteHosts> => {
    hosts ??= siteHosts(app, site, run.day);
    return hosts;
  };
  return {
    pages: (facts) => intrusionFacts(facts, app.blobs, asked),
    async end(at) {
      await insertFacts(app.db, [await externalHostsFact(app, { site, runId: run.id, day: run.day, at })], run.id);
    },
  };
}

/** For areas that are only played: their sites are ours. */
export const NO_INTRUSION: IntrusionReader = { pages: async () => [], end: async () => {} };
