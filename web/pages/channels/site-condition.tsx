import type { ChannelRow } from './types.ts';

/** How a site stands besides its pages. Warnings first; the rest is small print. */
export function SiteCondition({ lines }: { lines: ChannelRow['condition'] }) {
  if (lines.length === 0) return null;
  const sorted = [...lines].sort((a, b) => Number(b.warn) - Number(a.warn));
  return (
    <ul className="condition" aria-label="网站基本情况">
      {sorted.map(({ text, warn }) => (
        <li key={text} className={warn ? 'is-undecided' : 'sub'}>
          {text}
        </li>
      ))}
    </ul>
  );
}
