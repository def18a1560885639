import { stableId } from '../../core/id.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { type HiddenReading, readHidden } from '../../extract/hidden/read-hidden.ts';
import { readIntrusion } from '../../text/intrusion/read-intrusion.ts';
import { intrusionPage, type SiteHosts } from './page-of.ts';
import { spamTerms } from './spam-list.ts';

/** Findings of one page that are kept; an overrun page needs no more. */
const KEPT = 40;
const WORDS = 200;

type PageLook = Fact<'home'> | Fact<'column-list'> | Fact<'article'> | Fact<'page-again'>;
const PAGES: readonly string[] = ['home', 'column-list', 'article', 'page-again'];
/** A page that was taken away hides nothing any more; one that did not open otherwise says nothing. */
const TAKEN_AWAY: readonly string[] = ['gone', 'soft-gone'];

/**
 * What the pages of one step hide, as `page-intrusion` facts: one a page that opened, from its kept bytes; of an article only
 * when there is something. A home page is read beside what a search engine was shown in the same step. `hosts` is asked for when the first page comes.
 */
export async function intrusionFacts(
  facts: readonly Fact[],
  blobs: Pick<BlobStore, 'get'>,
  hosts: () => Promise<SiteHosts>,
): Promise<Fact<'page-intrusion'>[]> {
  const engine = facts.find((fact): fact is Fact<'search-engine-view'> => fact.kind === 'search-engine-view');
  const found: Fact<'page-intrusion'>[] = [];
  for (const look of facts.filter((fact): fact is PageLook => PAGES.includes(fact.kind))) {
    const { url, outcome } = look.data;
    if (TAKEN_AWAY.includes(outcome)) found.push(sealed(look, { url, outcome, title: null, hidden: 0, compared: false, findings: [] }));
    if (outcome !== 'ok' || look.blob === null) continue;
    const reading = await readingOf(blobs, look.blob, url);
    const other = look.kind === 'home' && engine?.blob ? await readingOf(blobs, engine.blob, url) : null;
    const findings = readIntrusion(intrusionPage(url, reading, await hosts(), other), spamTerms());
    // Articles are many and read once: of those only what was found is kept.
    if (look.kind === 'article' && findings.length === 0) continue;
    found.push(
      sealed(look, {
        url,
        outcome,
        title: reading.title || null,
        hidden: reading.pieces.length,
        compared: other !== null,
        findings: findings.slice(0, KEPT).map(({ kind, score, files, found: words, why }) => ({
          kind,
          score,
          files,
          found: words.slice(0, WORDS),
          why: why.slice(0, 2 * WORDS),
        })),
      }),
    );
  }
  return found;
}

const sealed = ({ channelId, at, how, blob }: PageLook, data: Fact<'page-intrusion'>['data']): Fact<'page-intrusion'> =>
  makeFact({ kind: 'page-intrusion', channelId, subjectId: stableId('page', data.url), at, source: data.url, how, blob, data });

async function readingOf(blobs: Pick<BlobStore, 'get'>, hash: string, url: string): Promise<HiddenReading> {
  const { text, charset } = decodeHtml(await blobs.get(hash), null);
  return readHidden(text, url, charset);
}
