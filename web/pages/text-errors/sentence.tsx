import type { Place } from './types.ts';

/** The sentence with the doubtful words marked. A gap is shown where letters may be missing. */
export function Sentence({ place: { context, contextAt, found } }: { place: Pick<Place, 'context' | 'contextAt' | 'found'> }) {
  return (
    <span className="wrap">
      {context.slice(0, contextAt)}
      <mark className="text-mark">{found || '　'}</mark>
      {context.slice(contextAt + found.length)}
    </span>
  );
}
