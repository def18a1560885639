import type { GuidePassage, GuideValue } from './guide-field.ts';
import { phonesIn } from './guide-phone.ts';

/** A fax named as a way to apply: 通过信函、传真方式提出申请; 传真申请. */
const OFFER =
  /传真[^。；\n]{0,16}(?:申请|方式|提出|提交|受理)|(?:信函|邮寄|电子邮件|书面|数据电文|当面)[^。；\n]{0,24}传真|通过传真|以传真|发送?传真|传真(?:号码|电话)?\s*[:：]/;
/** How the answer is sent, and what is not accepted, is no offer. */
const NO_OFFER =
  /答复|送达|获取|提供方式|不(?:接受|受理|支持|提供|直接受理)|暂不|未开通|未设|暂无|取消|没有传真|无传真|传真\s*[:：]\s*(?:无|\/|-|—)/;
/** A number soon behind the word, whatever stands between. */
const NEAR = 24;

/** Where the guide offers a fax although no number for one stands in it (seeds X38). */
export function faxWithoutNumber(lines: readonly { text: string; offset: number }[], values: readonly GuideValue[]): GuidePassage | null {
  if (values.some(({ field }) => field === 'fax')) return null;
  let offer: GuidePassage | null = null;
  for (const [i, { text, offset }] of lines.entries()) {
    for (const { index } of text.matchAll(/传\s*真/g)) {
      const reach = `${text.slice(index, index + NEAR)}${text.length - index <= 8 ? `\n${lines[i + 1]?.text.slice(0, NEAR) ?? ''}` : ''}`;
      if (phonesIn(reach).length > 0) return null;
    }
    if (offer !== null) continue;
    let at = 0;
    for (const sentence of text.split(/(?<=[。；;])/)) {
      if (OFFER.test(sentence) && !NO_OFFER.test(sentence)) {
        const from = sentence.length - sentence.trimStart().length;
        offer ??= { text: sentence.trim(), start: offset + at + from, end: offset + at + from + sentence.trim().length };
      }
      at += sentence.length;
    }
  }
  return offer;
}
