import type { Layout } from '../markup/layout.ts';

/** Elements of a disclosure guide (政府信息公开指南) or service guide (办事指南); null = not on the page. As written, labels removed. */
export interface GuideReading {
  type: 'disclosure-guide' | 'service-guide';
  /** 受理机构 */
  acceptingBody: string | null;
  /** 办公地址 / 办理地点 */
  address: string | null;
  /** 联系电话 / 咨询电话 */
  phone: string | null;
  /** 办公时间 / 受理时间 */
  hours: string | null;
  fax: string | null;
  postcode: string | null;
  email: string | null;
  /** 监督投诉电话 */
  supervisionPhone: string | null;
  /** 答复期限, e.g. 20个工作日 */
  replyDays: string | null;
}

const PHONE = '((?:\\(?0\\d{2,3}\\)?\\s?[-－—–]{0,2}\\s?)?\\d{7,8}(?:[-－—转]\\d{1,5})?|1\\d{10}|12345)';
const COLON = '\\s*(?:[:：]|为|是)\\s*';
const AFTER = '(?=[。；;\\n]|\\s(?=[^\\s:：]{2,8}[:：])|$)';

const ELEMENTS: Readonly<Record<Exclude<keyof GuideReading, 'type'>, readonly RegExp[]>> = {
  acceptingBody: [
    new RegExp(`受理机构(?:名称)?${COLON}(?!本|各)([^，,。；;\\n]{3,40}?)[)）]?${AFTER}`),
    new RegExp(`(?:受理(?:申请)?(?:单位|部门|机关)|(?:信息公开)?工作机构(?:名称)?|机构名称)${COLON}([^，,。；;\\n]{3,40}?)${AFTER}`),
    new RegExp(`(?:办理机构|实施主体|办理部门|承办机构)${COLON}([^，,。；;\\n]{3,40}?)${AFTER}`),
  ],
  address: [
    new RegExp(
      `(?:办公地址|办公地点|办理地点|受理地点|受理地址|联系地址|通[讯信]地址|通信地址|地\\s*址)${COLON}([^。；;\\n]{4,60}?)${AFTER}`,
    ),
  ],
  phone: [
    new RegExp(`(?:联系电话|咨询电话|办公电话|受理电话|咨询方式|联系方式|服务电话)(?:号码)?${COLON}[^\\d\\n]{0,10}?${PHONE}`),
    new RegExp(`(?<!监督|投诉|举报|监督投诉)电\\s*话(?:号码)?${COLON}[^\\d\\n]{0,4}?${PHONE}`),
  ],
  hours: [new RegExp(`(?:办公时间|受理时间|办理时间|工作时间|接待时间|服务时间|对外办公时间)${COLON}([^。；;\\n]{5,90}?)${AFTER}`)],
  fax: [new RegExp(`传\\s*真(?:号码|电话)?${COLON}${PHONE}`)],
  postcode: [/(?:邮政编码|邮\s*编)\s*[:：]\s*(\d{6})(?!\d)/],
  email: [/(?:电子(?:邮箱|邮件|信箱)|邮\s*箱|e-?mail)(?:地址)?\s*[:：]?\s*([A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/i],
  supervisionPhone: [new RegExp(`(?:监督(?:投诉|举报)?|投诉(?:举报)?|举报)电话(?:号码)?${COLON}[^\\d\\n]{0,10}?${PHONE}`)],
  replyDays: [
    /(?:自|从)?收到[^。\n]{0,30}?(?:之日|申请)[^。\n]{0,10}?(\d{1,2}\s?个?工作日)[^。\n]{0,8}(?:答复|回复)/,
    /(\d{1,2}\s?个工作日)(?:内|之内)?[^。\n]{0,16}?(?:予以|作出|给予)?[^。\n]{0,6}(?:答复|回复)/,
    /(?:答复|处理|受理|办理|办结)(?:的)?(?:时限|期限)[^。\n]{0,30}?(\d{1,2}\s?个?工作日)/,
  ],
};

/**
 * Reads the elements of a guide. Guides are typed by hand: labels and values may be torn over several inline elements and lines,
 * so the text is read line by line with label and value allowed on neighbouring lines.
 */
export function readGuide(layout: Layout, title: string | null): GuideReading | null {
  const type = guideType(title);
  if (type === null) return null;
  const text = guideText(layout);
  const read = (key: keyof typeof ELEMENTS): string | null => {
    for (const pattern of ELEMENTS[key]) {
      const value = pattern.exec(text)?.[1]?.trim();
      if (value) return value.replace(/\s+/g, key === 'hours' || key === 'address' ? ' ' : '');
    }
    return null;
  };
  return {
    type,
    acceptingBody: read('acceptingBody'),
    address: read('address'),
    phone: read('phone'),
    hours: read('hours'),
    fax: read('fax'),
    postcode: read('postcode'),
    email: read('email'),
    supervisionPhone: read('supervisionPhone'),
    replyDays: read('replyDays'),
  };
}

function guideType(title: string | null): GuideReading['type'] | null {
  if (title === null) return null;
  if (/信息公开(?:工作)?指南/.test(title)) return 'disclosure-guide';
  return /(?:办事|服务)指南/.test(title) ? 'service-guide' : null;
}

/** Labels that stand in a table cell of their own, without a colon. */
const CELL_LABEL =
  /^(?:受理(?:机构(?:名称)?|单位|部门|地点|地址|时间|电话)|实施主体|(?:办公|办理|联系|通[讯信])(?:地址|地点|时间|电话|部门)|咨询电话|(?:监督|投诉|监督投诉|监督举报)电话|服务时间|传\s*真(?:号码)?|邮政编码|邮\s*编|电子(?:邮箱|邮件|信箱)|(?:承诺|法定)?办结时限)$/;

/** The text without its foot (whose telephone is the site's), labels joined with a value on the next line. */
function guideText(layout: Layout): string {
  const lines = layout.lines.map((line) => line.text);
  const foot = lines.findIndex((line, i) => i > lines.length / 2 && /版权所有|主办(?:单位)?\s*[:：]|ICP备|标识码/.test(line));
  return lines
    .slice(0, foot < 0 ? undefined : foot)
    .map((line) => (CELL_LABEL.test(line) ? `${line}：` : line))
    .join('\n')
    .replace(/([:：])\s*\n\s*/g, '$1');
}
