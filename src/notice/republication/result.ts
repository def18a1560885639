import type { TextDifference, TextState } from './compare-text.ts';

/** 链接到原文. `unknown`: nobody knows where the original stands, so no link can be looked for. */
export const LINK_STATES = { present: '有原文链接', missing: '没有原文链接', unknown: '原文没有公开网址，无法核对链接' } as const;
export type LinkState = keyof typeof LINK_STATES;

/** What a look at a page that carries a notice again came to. A page that did not open says nothing of the unit. */
export type RepublicationResult =
  | { opened: false; outcome: string }
  | {
      opened: true;
      /** Hash of the kept bytes. */
      blob: string;
      /** The page's own metadata, by the names of the page standard. */
      metas: Readonly<Record<string, string>>;
      text: TextState;
      differences: readonly TextDifference[];
      link: LinkState;
    };
