import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { namesIn } from '../names.ts';
import type { Rule } from '../notice.ts';

/** What a number of names may count. */
const THINGS =
  /^(?:单位|部门|乡镇|乡（镇）|镇|街道|账号|帐号|政务新媒体|新媒体|微信|网站|栏目|领域|县|区|市|局|村|社区|方面|环节|公众号|政务|形式|渠道|平台|载体|类型|专栏|板块)/;
/** Of those, what has a name of its own; 方面 and 环节 are told in phrases that may hold 、 themselves. */
const NAMED_THINGS = /^(?:.{0,4}(?:单位|部门|乡镇|乡（镇）|街道|账号|帐号|新媒体|网站|公众号|社区)|镇|乡|县|区|市|村|局)/;
/** 等 that is part of a word is no end of a list. */
const AND_SO_ON = /(?<![高中初平同均相何])等(?![级分于待同次])/;

/** 甲、乙、丙等3个单位; “甲”“乙”2个账号; 3个单位（甲、乙、丙）: the length a list is said to have against its names. */
export const lists: Rule = (notice) => ({
  answers: notice.figures.flatMap((figure) => {
    const at = isCount(figure) ? placeOf(figure, notice.text.paragraphs) : null;
    return at ? (weighBefore(figure, at) ?? weighBehind(figure, at) ?? []) : [];
  }),
});

interface At {
  before: string;
  after: string;
}

const isCount = ({ place, unit, approximate, value }: Stated): boolean =>
  place.in === 'text' && /[家个名项大类种]/.test(unit) && !approximate && value >= 2 && value <= 200;

function placeOf({ place }: Stated, paragraphs: readonly { block: number; text: string }[]): At | null {
  const text = paragraphs.find(({ block }) => block === place.block)?.text;
  return place.in === 'text' && text !== undefined ? { before: text.slice(0, place.start), after: text.slice(place.end) } : null;
}

function weighBefore(figure: Stated, { before, after }: At): Answer | null {
  if (!(THINGS.test(after) || figure.unit === '家' || figure.unit === '名')) return null;
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
  // A list that breaks off with 等 and is shorter than it says proves nothing; one as long is complete.
  if (open && list.length < figure.value) return null;
  if (list.some(isGroup)) return null;
  // One part of it is said to go on: 甲、乙等乡镇，丙、丁等部门共9家.
  if (!open && list.some((name) => AND_SO_ON.test(name))) return null;
  return answerOf(figure, list);
}

/** 3个单位（甲、乙、丙）, 3家单位：甲、乙、丙。 Names behind the number, to the end of the bracket or sentence. */
function weighBehind(figure: Stated, { after }: At): Answer | null {
  const told = /^[^。；，“]{0,10}，?(?:分别)?[是为：:]([^。；]*)/.exec(after)?.[1] ?? '';
  const quoted = [...told.matchAll(/“([^“”]{2,20})”(?:[\p{Script=Han}]{0,8})(?=[、，和及]|$)/gu)].map(([, name]) => name as string);
  const between = told.replace(/“[^“”]*”[\p{Script=Han}]{0,8}?(?=[、，和及]|$)/gu, '');
  if (/^分别|，分别/.test(after) && quoted.length >= 2 && /^[、，和及]*$/.test(between)) return answerOf(figure, quoted);
  const inBrackets = /^([\p{Script=Han}]{0,10})[（(]([^（）()]+)[）)]/u.exec(after);
  const behind = /^([\p{Script=Han}]{0,12}?)(?:，?(?:分别)?(?:是|为)[：:]?|[：:])([^：:。；！？\n]+)[。；]/u.exec(after);
  const [, thing = '', names = ''] = inBrackets ?? behind ?? [];
  if (!names.includes('、') || !(NAMED_THINGS.test(thing) || (figure.unit === '家' && thing === ''))) return null;
  if (/[\d，,]|的|未|已|存在/.test(names) || AND_SO_ON.test(names)) return null;
  const list = namesIn(names);
  return list.length >= 2 && list.every(isName) && !list.some(isGroup) ? answerOf(figure, list) : null;
}

function answerOf(figure: Stated, list: readonly string[]): Answer | null {
  const count = list.length;
  const agrees = count === figure.value;
  if (!agrees && isJoined(list, figure.value)) return null;
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

/** 和 may join two names or stand within one (自然资源和规划局): a number that one of the ways gives is not contradicted. */
function isJoined(list: readonly string[], stated: number): boolean {
  const joins = list.join('、').match(/[和及与]/g)?.length ?? 0;
  // 县农业农村和水利局: what stands before 和 is no name by itself.
  if (stated === list.length - 1 && !OFFICE.test(list.at(-2) ?? '')) return true;
  return stated > list.length ? stated <= list.length + joins : stated >= list.length - 1 && ENDS_JOINED.test(list.slice(-2).join('和'));
}
const OFFICE = /[局委办厅院署站所社会镇乡县区市]$|(?<!农)村$|街道|中心|办公室|公司|[”」》号]$|网站$/;
const ENDS_JOINED = /(?:文化|资源|发展|住房|教育|卫生|退役军人|工业|人力资源|生态|科技|旅游|城乡|广播电视)和[\p{Script=Han}]+$/u;

/** 县区、市直部门18家: kinds of units, of which there are many. */
const isGroup = (name: string): boolean =>
  /^(?:抽查|检查|监测|全[省市县区]|各|市|省|区|县|州|级|直|乡|镇|街道|开发区|园区|高新区|部门|单位|所属|直属|机构|企业|学校|医院|人民政府|政府|门户|网站|栏目|账号|专栏|政务|新媒体|[及和（）()])+$/.test(
    name,
  ) && !/^(?:高新区|开发区)$/.test(name);

const isName = (name: string, i: number): boolean => name.length >= 2 && name.length <= (i === 0 ? 20 : 18) && !/[的了在\d]/.test(name);

/** The names right before a number; null when what stands there is no list of names. */
function listBefore(text: string, open: boolean): string[] | null {
  const quoted = /((?:[“「《][^“”「」《》]{1,30}[”」》][、，和及]?)+)\s*$/.exec(text)?.[1];
  if (quoted)
    return [...quoted.matchAll(/[“「《]([^“”「」《》]+)[”」》]/g)].flatMap(([, name]) =>
      name?.includes('、') ? name.split(/[、和]/) : (name ?? []),
    );
  const before = text.replace(/[（(][^（）()]*[）)]/g, '');
  const clause = before.slice(Math.max(...['。', '；', '：', '，', ',', '！', '\n', '●'].map((mark) => before.lastIndexOf(mark))) + 1);
  if (!clause.includes('、')) return null;
  const names = namesIn(
    clause.replace(/^.*?(?:涉及|对|向|由|如|有|是|为|含|包括|其中|通过|采用|运用|以)(?=[\p{Script=Han}A-Z\d]{2,8}、)/u, ''),
  );
  return names.every((name, i) => isName(name, open ? i : i + 1)) ? names : null;
}
