import { stableId } from '../../core/id.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { ProofAct, ProofFinding } from '../../evidence/proof.ts';
import { itemsOfPage } from '../../text/review/review-item.ts';
import { moment, SITE } from './case-table.ts';
import { subjectOf } from './text-errors.ts';

/** A finding for tests of checks on text: a certain wrong word unless said otherwise. */
export const wrong = (found: string, suggestion: string | null, parts: Partial<ProofFinding> = {}): ProofFinding => ({
  layer: 'L1',
  kind: 'wrong-word',
  severity: 3,
  score: 0.95,
  files: true,
  found,
  suggestion,
  why: '',
  place: { block: 1, start: 4, end: 4 + found.length },
  context: `提高思想${found}，真抓实干`,
  contextAt: 4,
  ...parts,
});

/** A page of the site as proofread on a day. */
export function page(
  day: string,
  findings: readonly ProofFinding[],
  parts: Partial<Fact<'proof'>['data']> & { path?: string } = {},
): Fact<'proof'> {
  const { path = 'a.html', ...rest } = parts;
  const url = `${SITE.url}${path}`;
  return makeFact<'proof'>({
    kind: 'proof',
    channelId: SITE.id,
    subjectId: stableId('page', url),
    at: moment(day),
    source: url,
    how: 'text/1',
    blob: null,
    data: {
      url,
      columnId: null,
      of: 'article',
      outcome: 'ok',
      title: '关于工作的报道',
      publishDate: day,
      listsVersion: '1',
      layers: ['L0', 'L1', 'L4'],
      characters: 800,
      findings: [...findings],
      truncated: false,
      collapsed: false,
      ...rest,
    },
  });
}

/** What a reviewer said of the first item of a page, of all pages of the site or of this one. */
export function decided(
  on: Fact<'proof'>,
  act: ProofAct,
  day: string,
  parts: { here?: boolean; right?: string } = {},
): Fact<'proof-decision'> {
  const [item] = itemsOfPage(on.data);
  if (!item) throw new Error('the page has no finding to decide on');
  const { key, layer, kind, string, score } = item;
  const where = parts.here === true ? on.data.url : null;
  return makeFact<'proof-decision'>({
    kind: 'proof-decision',
    channelId: SITE.id,
    subjectId: subjectOf(key, where),
    at: moment(day, '15:00'),
    source: 'ledger',
    how: 'manual/1',
    blob: null,
    data: { act, key, page: where, layer, kind, string, score, right: parts.right ?? null, person: '张三', note: '' },
  });
}
