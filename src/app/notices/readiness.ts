import { MingchaError } from '../../core/error.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import type { Snapshot } from '../../notice/snapshot.ts';

/** What a draft still lacks, and the part of the editor where it is given. */
export interface Missing {
  text: string;
  where: 'head' | 'naming' | 'check';
  /** It cannot be sent for review before; else a reason is asked for when it is issued. */
  bars: boolean;
}

/** What a draft lacks before 送审 and 印发, told from the first day on: whatever is added after a review has to be reviewed again. */
export function missingOf(
  document: Pick<NoticeDocument, 'signature' | 'proposals' | 'record' | 'number' | 'letterhead' | 'addressees'>,
  { naming }: Pick<Snapshot, 'naming'>,
  disagreements: readonly Disagreement[],
): Missing[] {
  const undated = document.signature.date === null;
  const refused = disagreements.filter(({ severity }) => severity === 'refused').length;
  const blocking = disagreements.filter(({ severity }) => severity === 'blocks').length - (undated ? 1 : 0);
  return [
    ...(undated ? [{ text: '没有填写成文日期', where: 'head', bars: true } as const] : []),
    ...(naming === null && proposesNames(document) ? [{ text: '表扬、点名的单位还没有确认', where: 'naming', bars: true } as const] : []),
    ...(refused > 0 ? [{ text: `有 ${refused} 处错误必须改正`, where: 'check', bars: true } as const] : []),
    ...blanksOf(document),
    ...(blocking > 0 ? [{ text: `有 ${blocking} 处与数据不一致，不改就要在印发时写明理由`, where: 'check', bars: false } as const] : []),
  ];
}

/** Places of the paper that stay empty if nothing is written there; none of them bars it. */
function blanksOf({ record, number, letterhead, addressees }: Parameters<typeof missingOf>[0]): Missing[] {
  const blanks = [
    ...(record.printedDate === null ? ['版记的印发日期还空着，印发时选定，默认为当天'] : []),
    ...(number === null ? [`发文字号空着${letterhead === null ? '' : '，红头下面会留一空行'}；没有文号的可以不填`] : []),
    ...(addressees === '' ? ['主送机关空着'] : []),
    ...(record.office === '' ? ['版记的印发机关空着，请在“地区设置”里填写'] : []),
  ];
  return blanks.map((text) => ({ text, where: 'head', bars: false }));
}

/** Throws 'refused' naming all that a draft lacks at once. */
export function requireComplete(missing: readonly Missing[], what: '送审' | '印发'): void {
  const barring = missing.filter(({ bars }) => bars);
  if (barring.length === 0) return;
  const faults = barring.map(({ text, where }) => ({ field: PLACES[where], message: text }));
  const named = [...new Set(barring.map(({ where }) => `“${PLACES[where]}”`))].join('、');
  throw new MingchaError('refused', `${barring.map(({ text }) => text).join('；')}，不能${what}。`, `请在编辑页的${named}中办好后送审。`, {
    faults,
  });
}

/** Tabs of the editor as they are called there. */
const PLACES: Record<Missing['where'], string> = { head: '版头', naming: '点名', check: '核对' };

/** Whether a rule found somebody to name. */
export const proposesNames = ({ proposals }: Pick<NoticeDocument, 'proposals'>): boolean =>
  proposals.some(({ named, leftOut }) => named.length + leftOut.length > 0);
