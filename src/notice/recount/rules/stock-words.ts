/** What a number is in a balance of a stock: what was there, came in, went out, is left. */
export type StockRole = 'opening' | 'received' | 'done' | 'closing';

const EARLIER =
  /(?:上年|上一?年度?|上期|上一期|上月|上个月|上季度?|上半年|去年|年初|月初|季初|此前|历史|往期|以前)[^，。；]{0,10}(?:结转|转入|遗留|存量|未[整办销]|在办|未[改结]|问题)|期初/;
const OPENING = /^结转(?!至?到?下)|原有|^[^末底现]{0,6}存量/;
const CLOSING =
  /结转(?:至|到|入)?[下次]|转(?:至|入|到)下|期末|现[有存]|剩余|尚[有余未存]|仍[有余未存]|还[有剩余]|(?:正在|继续|尚在)(?:办理|整改)|未整改|未办结|未销号|待整改/;
/** The end of some month: what was there at first, or what is left once numbers that moved it stand before. */
const AT_SOME_END = /(?:月末|月底|季末|季度末|年末|年底)[^，。；]{0,6}(?:存量|未[整办销]|剩|尚|遗留)/;
const RECEIVED = /新增|新收|新发现|收到|受理|接收|新?交办|本[期月季年]度?[^，。；]{0,4}发现/;
const DONE = /整改|销号|办结|答复|办理完毕|消除|化解/;
/** Of those, how they were done: parts of what was done, not what was done. */
const MANNER = /按[时期]|及时|逾期|超期|其中|予以|部分|率/;
const NOT_DONE = /[未待需]|正在|要求|限期/;
const COMPARED = /较|比|同期/;

/** The role of each number of a row by the words before it, or by the head of its column; null for those that have none. */
export function stockRoles(words: readonly string[]): (StockRole | null)[] {
  const roles = words.map(stockRole);
  return roles.map((role, i) => {
    if (role !== 'some-end') return role;
    return roles.slice(0, i).some((one) => one === 'received' || one === 'done') ? 'closing' : 'opening';
  });
}

/** The role words give by themselves. */
export function stockRole(words: string): StockRole | 'some-end' | null {
  if (COMPARED.test(words)) return null;
  if (EARLIER.test(words)) return 'opening';
  if (AT_SOME_END.test(words)) return 'some-end';
  if (CLOSING.test(words)) return 'closing';
  if (MANNER.test(words)) return null;
  if (OPENING.test(words)) return 'opening';
  if (DONE.test(words) && !NOT_DONE.test(words)) return 'done';
  return RECEIVED.test(words) ? 'received' : null;
}
