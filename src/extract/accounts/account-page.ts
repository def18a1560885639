import { joinLeaves, type Layout } from '../markup/layout.ts';
import { type Box, walk } from '../markup/tree.ts';
import type { Head } from '../page/metas.ts';
import { parsePage } from '../parse-page.ts';

/** Looks up the few marked places of an account page. Texts have their blanks collapsed; null = not there or empty. */
export interface MarkedPlaces {
  byId(id: string): string | null;
  byClass(name: string): string | null;
  /** Text beside a label: 微信号 → its value. */
  labelled(label: string): string | null;
  has(id: string): boolean;
  all(tag: string): readonly Box[];
}

/** A saved page of a platform, taken apart once. */
export interface AccountPage {
  html: string;
  /** All inline scripts, one after the other. */
  scripts: string;
  head: Head;
  layout: Layout;
  box: MarkedPlaces;
  /** Address the page was saved from, as the browser noted it. */
  url: string | null;
}

const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->|^\s*<!--\s*(https?:\/\/\S+?)\s*-->/;
/** The note stands at the very top. */
const HEAD_LETTERS = 3_000;

/** Takes a decoded page apart. `url`: where it was saved from, if something outside the page tells (mhtml). */
export function openAccountPage(html: string, url: string | null = null): AccountPage {
  const { layout, head } = parsePage(html);
  const scripts = layout.scripts.map(({ box }) => box.kids[0]?.text ?? '').join('\n');
  const noted = SAVED_FROM.exec(html.slice(0, HEAD_LETTERS));
  return { html, scripts, head, layout, box: marked(layout), url: url ?? noted?.[1] ?? noted?.[2] ?? null };
}

function marked(layout: Layout): MarkedPlaces {
  const boxes = [...walk(layout.root)];
  const ids = new Map<string, Box>();
  for (const box of boxes) if (box.attributes.id !== undefined && !ids.has(box.attributes.id)) ids.set(box.attributes.id, box);
  const text = (box: Box | undefined): string | null => (box && joinLeaves(layout.leaves, box.from, box.to)) || null;
  return {
    byId: (id) => text(ids.get(id)),
    byClass: (name) => text(boxes.find((box) => box.attributes.class?.split(/\s+/).includes(name) && box.to > box.from)),
    has: (id) => ids.has(id),
    all: (tag) => boxes.filter((box) => box.tag === tag),
    labelled(label) {
      const at = layout.leaves.findIndex(({ text: own }) => own.replace(/[:：\s]/g, '') === label);
      const inline = layout.leaves.find(({ text: own }) => new RegExp(`^${label}\\s*[:：]\\s*\\S`).test(own));
      return inline ? inline.text.slice(inline.text.search(/[:：]/) + 1).trim() : (at >= 0 && layout.leaves[at + 1]?.text) || null;
    },
  };
}
