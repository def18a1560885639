import { Converter } from 'opencc-js/t2cn';

let converter: ((text: string) => string) | undefined;

/** The text in simplified script, by words where a letter alone does not tell (乾燥 / 乾隆). Opened at first use: some 30 ms. */
export function simplify(text: string): string {
  const convert = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}

/** Simplified forms that are letters of traditional script as well. */
const BOTH =
  '后里面台系只干谷松了丑斗云冲准几出制千卷发吁合回困夸姜家尸岳布帘当征志折据播暗曲朴极柜核梁欲沈沾注游漓灶炼熏物理瓮疴盗着碱秋种签累纤致舍苏范药获衔表触谤赞踊辟迹郁采里钟钩闲雇面须饥餐鬼麻仆价仇优伙伫伞佣借修偷僵儿克党冬准凶凄厘厨历压叶吊向呆周哄噪回园坏坛埋壳够夫奸妆姹';
const SIMPLIFIED_USE = new Set('著乾徵餘藉瞭麼幺夥昇鉅於淼鍾甦噁滷剋谘讎讐劃');

const FIRST = 0x4e00;
const LAST = 0x9fff;
const TRADITIONAL = 1;
const SIMPLIFIED = 2;
let marks: Uint8Array | undefined;

/** Per letter whether it belongs to one script only; simplified forms that traditional text has too are left out. */
function scriptMarks(): Uint8Array {
  if (marks) return marks;
  marks = new Uint8Array(LAST - FIRST + 1);
  for (let code = FIRST; code <= LAST; code++) {
    const letter = String.fromCharCode(code);
    const other = simplify(letter);
    // A simplified form outside the common plane (鱀, 錞) is in no font: official text keeps the letter as it is.
    if (other === letter || other.length > 1 || SIMPLIFIED_USE.has(letter)) continue;
    marks[code - FIRST] = TRADITIONAL;
    const place = other.charCodeAt(0) - FIRST;
    if (!BOTH.includes(other) && place >= 0 && place < marks.length && marks[place] === 0) marks[place] = SIMPLIFIED;
  }
  return marks;
}

/** Whether a letter belongs to traditional script only; 著, 乾 and their like, which simplified text has too, do not. */
export const isTraditional = (letter: string): boolean => scriptMarks()[letter.charCodeAt(0) - FIRST] === TRADITIONAL;

/** Whether a letter belongs to simplified script only. */
export const isSimplified = (letter: string): boolean => scriptMarks()[letter.charCodeAt(0) - FIRST] === SIMPLIFIED;

/** How much of each script a text has. */
export function countScripts(text: string): { han: number; traditional: number; simplified: number } {
  const table = scriptMarks();
  const count = { han: 0, traditional: 0, simplified: 0 };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < FIRST || code > LAST) continue;
    count.han++;
    const mark = table[code - FIRST];
    if (mark === TRADITIONAL) count.traditional++;
    else if (mark === SIMPLIFIED) count.simplified++;
  }
  return count;
}
