import { z } from 'zod';
import { count, id, named, wordsAsked } from './fields.ts';
import { pageFields } from './paging.ts';

/** An external site that a site of the area links to (外链清单), with what the office decided about it. */
const externalHostRow = z.object({
  siteId: z.string(),
  site: z.string(),
  unitId: z.string(),
  /** Registered name: example.com. */
  name: z.string(),
  standing: named,
  doubts: z.array(named),
  url: z.string(),
  title: z.string().nullable(),
  foundOn: z.array(z.object({ url: z.string(), text: z.string() })),
  foundOnCount: count,
  firstSeen: z.string(),
  lastSeen: z.string(),
  decision: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});

/** Codes of `standing`, as filters ask for them. */
const hostStanding = z.enum(['open', 'allowed', 'refused', 'changed', 'government', 'neutral']);

/** What narrows and orders the list; without `standing` all that a person decides on: names of the government and the like only where asked for. */
export const hostsAsked = {
  ...{ areaId: id, siteId: id.optional(), standing: hostStanding.optional(), doubt: z.enum(['yes']).optional(), q: wordsAsked },
  sort: z.enum(['waiting', 'new', 'pages', 'name']).default('waiting'),
};

export const externalHostList = z.object({
  /** Sites that link to others, each with how many of them stand how. */
  sites: z.array(z.object({ id: z.string(), name: z.string(), counts: z.record(z.string(), count) })),
  ...pageFields(externalHostRow),
});
