import { collapse } from '../markup/plain.ts';
import { readTokens } from '../markup/tokens.ts';
import type { HiddenPiece } from './piece.ts';

/** Comments that hold links, as pieces. What an intruder put there is seen by nobody, but it tells that he was there. */
const LONGEST = 20_000;
const MOST = 50;

export function commentPieces(html: string, resolve: (href: string) => string | null): HiddenPiece[] {
  const pieces: HiddenPiece[] = [];
  for (let from = html.indexOf('<!--'); from >= 0 && pieces.length < MOST; from = html.indexOf('<!--', from)) {
    const to = html.indexOf('-->', from + 4);
    if (to < 0) break;
    const comment = html.slice(from + 4, Math.min(to, from + LONGEST));
    // Conditional comments speak to old browsers.
    if (/<a\s[^>]*href/i.test(comment) && !/^\[if\b/i.test(comment.trim())) pieces.push(pieceOf(comment, resolve));
    from = to + 3;
  }
  return pieces;
}

function pieceOf(comment: string, resolve: (href: string) => string | null): HiddenPiece {
  const piece: HiddenPiece = { way: 'comment', label: '', inline: true, text: '', links: [] };
  readTokens(comment, {
    open(name, { href }) {
      const url = name === 'a' && href !== undefined ? resolve(href) : null;
      if (url !== null) piece.links.push({ url, text: '' });
    },
    close: () => {},
    text(data) {
      piece.text += collapse(data);
      const last = piece.links.at(-1);
      if (last?.text === '') last.text = data.trim().slice(0, 200);
    },
  });
  return piece;
}
