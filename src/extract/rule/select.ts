import { MingchaError } from '../../core/error.ts';
import { type Box, walk } from '../markup/tree.ts';

interface Step {
  /** True: directly inside the box before. */
  child: boolean;
  tag: string | null;
  id: string | null;
  classes: readonly string[];
  attributes: readonly { name: string; value: string | null }[];
  /** Place among the element children of its parent, from 1. */
  nth: number | null;
}

/** A selector ready to be matched. */
export type Selector = readonly Step[];

const MOST_STEPS = 24;
const NAME = String.raw`[\w\u0080-\uffff-]+`;
const COMPOUND = new RegExp(
  String.raw`^(\*|${NAME})?((?:#${NAME}|\.${NAME}|\[${NAME}(?:=(?:"[^"\]]*"|[^"\]\s]*))?\]|:nth-child\(\d{1,4}\))*)$`,
  'u',
);
const PART = new RegExp(String.raw`#(${NAME})|\.(${NAME})|\[(${NAME})(?:=(?:"([^"\]]*)"|([^"\]\s]*)))?\]|:nth-child\((\d+)\)`, 'gu');

/** Reads a selector of the subset documented at `ListSelectors`. Throws MingchaError 'bad-input' on anything else. */
export function parseSelector(text: string): Selector {
  const words = text
    .replace(/>/g, ' > ')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const steps: Step[] = [];
  let child = false;
  for (const word of words) {
    if (word === '>' && !child) child = true;
    else {
      steps.push(stepOf(word, child, text));
      child = false;
    }
  }
  if (child || steps.length === 0 || steps.length > MOST_STEPS) throw wrong(text);
  return steps;
}

function stepOf(word: string, child: boolean, whole: string): Step {
  const match = COMPOUND.exec(word);
  if (match === null) throw wrong(whole);
  const step = {
    id: null as string | null,
    classes: [] as string[],
    attributes: [] as Step['attributes'][number][],
    nth: null as number | null,
  };
  for (const [, id, name, attribute, quoted, bare, nth] of (match[2] ?? '').matchAll(PART)) {
    if (id !== undefined) step.id = id;
    else if (name !== undefined) step.classes.push(name);
    else if (attribute !== undefined) step.attributes.push({ name: attribute.toLowerCase(), value: quoted ?? bare ?? null });
    else step.nth = Number(nth);
  }
  return { child, tag: match[1] === undefined || match[1] === '*' ? null : match[1].toLowerCase(), ...step };
}

const wrong = (text: string): MingchaError =>
  new MingchaError(
    'bad-input',
    `选择器“${text.slice(0, 120)}”写法不对。`,
    '只支持 标签、.类名、#编号、[属性]、[属性=值]、:nth-child(n)，用空格或 > 连接，例如 div.list > ul > li。',
  );

/** All boxes inside `scope` that a selector names, in reading order. A leading `>` means children of the scope. */
export function selectAll(scope: Box, selector: Selector): Box[] {
  let found: Box[] = [scope];
  for (const step of selector) {
    const next = new Set<Box>();
    for (const box of step.child ? found : outermost(found)) {
      for (const inner of step.child ? box.kids : walk(box)) if (inner !== box && fits(inner, step)) next.add(inner);
    }
    found = [...next];
  }
  return inReadingOrder(found, scope);
}

/** Boxes that lie in no other of them: walking those reaches all. */
function outermost(boxes: readonly Box[]): Box[] {
  const all = new Set(boxes);
  return boxes.filter((box) => {
    for (let up = box.parent; up !== null; up = up.parent) if (all.has(up)) return false;
    return true;
  });
}

/** The first of them, null without any. */
export function selectFirst(scope: Box, selector: Selector): Box | null {
  return selectAll(scope, selector)[0] ?? null;
}

/** Overlapping scopes may give boxes out of order. */
function inReadingOrder(boxes: readonly Box[], scope: Box): Box[] {
  if (boxes.length < 2) return [...boxes];
  const wanted = new Set(boxes);
  const sorted: Box[] = [];
  for (const box of walk(scope)) if (wanted.has(box)) sorted.push(box);
  return sorted;
}

function fits(box: Box, { tag, id, classes, attributes, nth }: Step): boolean {
  if (box.tag === '#text' || (tag !== null && box.tag !== tag)) return false;
  if (id !== null && box.attributes.id !== id) return false;
  if (classes.length > 0) {
    const own = classesOf(box);
    if (!classes.every((name) => own.includes(name))) return false;
  }
  if (!attributes.every(({ name, value }) => box.attributes[name] !== undefined && (value === null || box.attributes[name] === value)))
    return false;
  return nth === null || placeOf(box) === nth;
}

/** Class names of a box. */
export function classesOf(box: Box): string[] {
  return (box.attributes.class ?? '').split(/\s+/).filter((name) => name !== '');
}

/** Place of a box among the elements of its parent, from 1. */
export function placeOf(box: Box): number {
  let place = 0;
  for (const kid of box.parent?.kids ?? []) {
    if (kid.tag !== '#text') place++;
    if (kid === box) break;
  }
  return place;
}
