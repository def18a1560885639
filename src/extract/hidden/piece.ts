import type { HiddenWay } from './ways.ts';

/** A link that nobody sees. */
export interface HiddenLink {
  /** Absolute address. */
  url: string;
  text: string;
}

/** A piece of the page that its own markup keeps from a reader. */
export interface HiddenPiece {
  way: HiddenWay;
  /** Id and classes of the element that hides it, '' for a bare one. */
  label: string;
  /** The element itself says so, not a rule of the page's style blocks. */
  inline: boolean;
  /** At most 4,000 letters. */
  text: string;
  /** At most 200. */
  links: HiddenLink[];
}
