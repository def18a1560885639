import { findQuote } from './changes.ts';
import { readRuns } from './runs-dom.ts';
import type { Disagreement } from './types.ts';

/** Registry of the CSS Custom Highlight API; browsers without it show the list beside the text only. */
interface Highlights {
  set(name: string, highlight: unknown): void;
  delete(name: string): void;
}
type WithHighlights = typeof globalThis & { Highlight?: new (...ranges: Range[]) => unknown; CSS?: { highlights?: Highlights } };

const NAMES = { blocks: 'typed-wrong', warns: 'typed-unbound' } as const;

/** Marks typed numbers in the fields they stand in, without touching what stands there. */
export function markTyped(disagreements: readonly Disagreement[]): void {
  const { Highlight, CSS } = globalThis as WithHighlights;
  if (!Highlight || !CSS?.highlights) return;
  for (const [severity, name] of Object.entries(NAMES)) {
    const ranges = disagreements
      .filter((one) => one.kind === 'typed-figure' && (one.severity === 'warns') === (severity === 'warns'))
      .flatMap(({ place, stated }) => rangeOf(place, stated ?? ''));
    if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  }
}

function rangeOf(paragraph: string, quote: string): Range[] {
  const field = document.getElementById(fieldId(paragraph));
  if (!field || quote === '' || !findQuote(readRuns(field), quote)) return [];
  for (const node of field.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const found = findQuote([{ text: node.textContent ?? '' }], quote);
    if (!found) continue;
    const range = document.createRange();
    range.setStart(node, found.start);
    range.setEnd(node, found.end);
    return [range];
  }
  return [];
}

/** Id of the field of a paragraph in the page. */
export const fieldId = (paragraph: string): string => `field-${paragraph}`;
