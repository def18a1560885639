import { resolver } from '../markup/resolve.ts';
import { type Box, buildTree, walk } from '../markup/tree.ts';

/** A form that sends a word by GET, ready to be filled in. */
export interface SearchForm {
  /** Absolute address without query. */
  action: string;
  parameter: string;
  /** The address a browser opens for a word. */
  address(word: string): string | null;
}

/** What a page offers to search with. `script`: there is a box to type in, but only a script sends it (or it is sent by POST). */
export type FoundSearch = { kind: 'form'; form: SearchForm } | { kind: 'script' } | { kind: 'none' };

const NAME =
  /^(?:q|qt|wd|kw|k|s|keywords?|search_?(?:word|text|key|words|content|value|input)?s?|searchKeys?|key_?words?|query|word|words|title|text|tq|fulltext|sousuo|ss)$/i;
const HINT = /搜索|检索|请输入|关键[字词]|查询|search|sousuo|keyword/i;
const TEXT_TYPES = new Set(['', 'text', 'search']);

/** The search of a page: among its GET forms the one whose text box is most like a search. Addresses are made as browsers make them. */
export function findSearch(html: string, options: { url: string; charset: string }): FoundSearch {
  const { root } = buildTree(html);
  const resolve = resolver(options.url, baseOf(root), options.charset);
  let best: { score: number; form: SearchForm } | null = null;
  let script = false;
  for (const box of walk(root)) {
    if (box.tag !== 'input' || !TEXT_TYPES.has((box.attributes.type ?? '').toLowerCase())) continue;
    const score = likeness(box);
    if (score === 0) continue;
    const form = formOf(box, resolve);
    if (form === null) script = true;
    else if (best === null || score > best.score) best = { score, form };
  }
  if (best !== null) return { kind: 'form', form: best.form };
  return { kind: script ? 'script' : 'none' };
}

function likeness({ attributes, parent }: Box): number {
  const form = ancestor(parent, 'form');
  const around = `${form?.attributes.action ?? ''} ${form?.attributes.class ?? ''} ${form?.attributes.id ?? ''} ${form?.attributes.name ?? ''}`;
  const own = `${attributes.placeholder ?? ''} ${attributes.value ?? ''} ${attributes.title ?? ''} ${attributes.id ?? ''} ${attributes.class ?? ''}`;
  return (NAME.test(attributes.name ?? '') ? 2 : 0) + (HINT.test(own) ? 2 : 0) + (/search|sousuo|\/so\b|query/i.test(around) ? 1 : 0);
}

/** Null when no plain GET form would send the box: without a form or a name, by POST, or to a script. */
function formOf(input: Box, resolve: (href: string) => string | null): SearchForm | null {
  const form = ancestor(input.parent, 'form');
  const { name } = input.attributes;
  if (form === null || !name || /^post$/i.test(form.attributes.method ?? '')) return null;
  const target = form.attributes.action ?? '';
  if (/^\s*(?:javascript:|#)/i.test(target) || (target.trim() === '' && form.attributes.onsubmit !== undefined)) return null;
  const action = resolve(target.split('?')[0] || '.');
  if (action === null) return null;
  const fixed = sentBeside(form, input);
  return {
    action,
    parameter: name,
    address: (word) =>
      resolve(`${action}?${[...fixed, [name, word] as const].map(([key, value]) => `${quoted(key)}=${quoted(value)}`).join('&')}`),
  };
}

/** Hidden boxes, chosen radio buttons and ticked boxes, and the first or chosen option of every list. */
function sentBeside(form: Box, input: Box): (readonly [string, string])[] {
  const sent: (readonly [string, string])[] = [];
  for (const box of walk(form)) {
    const { name, type = '', value = '' } = box.attributes;
    if (!name || box === input) continue;
    if (box.tag === 'input' && (/^hidden$/i.test(type) || (/^(?:radio|checkbox)$/i.test(type) && box.attributes.checked !== undefined)))
      sent.push([name, value]);
    if (box.tag === 'select') {
      const options = [...walk(box)].filter(({ tag }) => tag === 'option');
      const chosen = options.find(({ attributes }) => attributes.selected !== undefined) ?? options[0];
      if (chosen) sent.push([name, chosen.attributes.value ?? chosen.kids[0]?.text.trim() ?? '']);
    }
  }
  return sent;
}

/** ASCII signs that would part the query are escaped here; other letters are written in the page's own charset by the resolver. */
const quoted = (text: string): string => text.replace(/[\x20-\x7e]/g, (sign) => encodeURIComponent(sign));

function ancestor(from: Box | null, tag: string): Box | null {
  for (let box = from; box !== null; box = box.parent) if (box.tag === tag) return box;
  return null;
}

function baseOf(root: Box): string | null {
  for (const box of walk(root)) if (box.tag === 'base' && box.attributes.href !== undefined) return box.attributes.href;
  return null;
}
