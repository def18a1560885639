import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';

const CARRIED_IN = /(?:上年|上一?年度|上期|上月|上季度?|期初)[^，。；]{0,4}结转|^结转$|期初(?:未办|在办)/;
const CARRIED_OUT = /结转(?:至|到)?下|期末(?:在办|未办)|(?:正在|继续)办理/;
const RECEIVED = /新?收到?|受理|新收|接收/;
const DONE = /办结|答复|办理完毕/;
/** Of those, how they were done: parts of what was done, not what was done. */
const MANNER = /按[时期]|及时|逾期|超期|其中|予以|部分/;

/** 上期结转6件，收到214件，办结212件，结转下期8件: what came in is what was done and what is left. */
export const balance: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block }) => {
    const figures = inParagraph(notice, block).filter(({ unit, approximate }) => /^[件条封个]$/.test(unit) && !approximate);
    const only = (pattern: RegExp, not: RegExp): Stated | null => {
      const found = figures.filter(({ before, after }) => pattern.test(before) && !not.test(before + after.slice(0, 4)));
      return found.length === 1 ? (found[0] as Stated) : null;
    };
    const left = figures.filter((figure) => CARRIED_OUT.test(figure.before));
    const carried = only(CARRIED_IN, CARRIED_OUT);
    const received = only(RECEIVED, /结转|其中|办结|答复/);
    const done = only(DONE, MANNER);
    const out = left.length === 1 ? (left[0] as Stated) : null;
    if (!carried || !received || !done || !out || new Set([carried, received, done, out].map(({ unit }) => unit)).size > 1) return [];
    return weigh(carried, received, done, out);
  }),
});

function weigh(carried: Stated, received: Stated, done: Stated, out: Stated): Answer[] {
  const right = carried.value + received.value - done.value;
  const basis = {
    sentences: [...new Set([carried, received, done, out].map(({ sentence }) => sentence))],
    how: `${carried.value} + ${received.value} − ${done.value} = ${right}`,
  };
  if (right === out.value)
    return [carried, received, done, out].map((figure) => ({
      figure,
      verdict: 'agrees',
      recomputed: figure.quote,
      basis,
      explanations: [],
    }));
  return [
    {
      figure: out,
      verdict: 'disagrees',
      recomputed: printNumber(right, 0, out.unit),
      basis,
      explanations: ['结转、收到、办结与剩余四个数不平衡，请逐个核对'],
    },
  ];
}
