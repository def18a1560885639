import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { namesIn } from '../names.ts';
import type { Rule } from '../notice.ts';

/** What a number of names may count. */
const THINGS =
  /^(?:单位|部门|乡镇|乡（镇）|镇|街道|账号|帐号|政务新媒体|新媒体|微信|网站|栏目|领域|县|区|市|局|村|社区|方面|环节|公众号|政务)/;

/** 甲、乙、丙等3个单位; “甲”“乙”2个账号: the length a list is said to have against its names. */
export const lists: Rule = (notice) => ({ answers: notice.figures.flatMap((figure) => weigh(figure, notice.text.paragraphs) ?? []) });

function weigh(figure: Stated, paragraphs: readonly { block: number; text: string }[]): Answer | null {
  if (figure.place.in !== 'text' || figure.unit === '%' || figure.approximate || figure.value < 2 || figure.value > 200) return null;
  const { block, start, end } = figure.place;
  const text = paragraphs.find((paragraph) => paragraph.block === block)?.text ?? '';
  if (!/[家个名项大类]/.test(figure.unit) || !(THINGS.test(text.slice(end)) || figure.unit === '家' || figure.unit === '名')) return null;
  const before = text.slice(0, start);
  if (/[、，]\s*$/.test(before)) return null; // the number itself is one of the things in a row
  const open = /等\s*$/.test(before);
  // A list that goes on with another one before it: only a part of what is counted.
  if (
    /、[^，。；]*[，,]?(?:以及|及|和|还有)[^，。；]*$/.test(before) &&
    /[，,](?:以及|及|和|还有)/.test(before.slice(before.lastIndexOf('，')))
  )
    return null;
  const list = listBefore(before.replace(/等?\s*(?:共计?)?\s*$/, ''), open);
  if (list === null || list.length < 2) return null;
  const count = list.length;
  const agrees = open ? count <= figure.value : count === figure.value;
  // A list that breaks off with 等 and is shorter than it says proves nothing; one as long is complete.
  if (open && count < figure.value && count * 2 > figure.value && count >= figure.value - 1) return null;
  if (open && count < figure.value) return null;
  if (!agrees && Math.abs(count - figure.value) > Math.max(3, figure.value)) return null;
  const doubled = list.find((name, i) => list.indexOf(name) !== i);
  const explanations = agrees ? [] : [`列出的是：${list.join('、')}`, ...(doubled ? [`“${doubled}”写了两次`] : [])];
  return {
    figure,
    verdict: agrees ? 'agrees' : 'disagrees',
    recomputed: printNumber(count, 0, figure.unit),
    basis: { sentences: [figure.sentence], how: `数得${count}个名称` },
    explanations,
  };
}

/** The names right before a number; null when what stands there is no list of names. */
function listBefore(before: string, open: boolean): string[] | null {
  const quoted = /((?:[“「《][^“”「」《》]{1,30}[”」》][、，和及]?)+)\s*$/.exec(before)?.[1];
  if (quoted)
    return [...quoted.matchAll(/[“「《]([^“”「」《》]+)[”」》]/g)].flatMap(([, name]) =>
      name?.includes('、') ? name.split(/[、和]/) : (name ?? []),
    );
  const clause = before.slice(Math.max(...['。', '；', '：', '，', ',', '！', '\n', '●'].map((mark) => before.lastIndexOf(mark))) + 1);
  if (!clause.includes('、')) return null;
  const names = namesIn(clause.replace(/^.*?(?:对|向|由|如|有|是|为|含|包括|其中)(?=[\p{Script=Han}]{2,8}、)/u, ''));
  const short = names.every((name, i) => name.length >= 2 && name.length <= (i === 0 && open ? 20 : 18) && !/[的了在\d]/.test(name));
  return short ? names : null;
}
