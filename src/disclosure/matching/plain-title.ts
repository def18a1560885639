/** What a title says once its dress is off: labels, punctuation, width and the way numbers are written. */
export interface PlainTitle {
  /** Letters, digits and Chinese characters only, labels and attention words left out. */
  core: string;
  /** Every number in order, as digits: years, days, issues, amounts. */
  numbers: readonly string[];
  /** 图解, 视频 …: how the item is told. The text of a policy and its picture are two items. */
  form: string;
  /** The title was cut where it was read (…). */
  cut: boolean;
}

/** Labels that say how an item is told; what stands first stands for the others. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['图解', /^(一图(读懂|看懂|了解|速览|看清)|图解|图说|长图|漫画|海报|条漫|动漫|手绘)/],
  ['视频', /^(视频|短视频|微视频|微电影|vlog|动画|直播|回放|现场直播)/],
  ['音频', /^(音频|有声|听|广播)/],
  ['解读', /^(政策解读|解读|文字解读|专家解读|部门解读|政策问答|问答|一问一答|负责人解读)/],
  ['直播', /^(h5|互动|测试|答题|有奖)/],
];
/** Words before a title that only call for attention. */
const CALLS =
  /^(?:@[^，,！!：:\s]{1,10}[，,！!：:\s]+|(?:重磅|速看|速览|注意|请注意|提醒|温馨提示|紧急提醒|紧急通知|重要提醒|重要通知|重要|好消息|喜报|最新|最新消息|刚刚|官宣|定了|扩散|转发|转载|转|头条|要闻|关注|聚焦|快讯|权威发布|原创|热点|收藏|转需|快看|提示|通知|公告|便民|周知)[！!：:，,|｜丨]+)/;
/** Words inside brackets that name a place or a body: they belong to what the title says. */
const BODY = /(省|市|县|区|旗|镇|乡|街道|村|社区|局|委|委员会|办|办公室|中心|院|校|所|站|厅|部|公司|集团|政府|大队|支队)$/;
const BRACKETED = /^\s*[【［[〔〖]([^】］\]〕〗]{1,12})[】］\]〕〗]\s*/;
/** 要闻｜…, 关注丨…: a short label set off by an upright stroke. */
const STROKED = /^\s*([^|｜丨︱ǀ︳]{1,8}?)\s*[|｜丨︱ǀ︳]+\s*/;
/** Endings that add nothing: （附全文）, （图）. */
const ENDING = /[（(](附[^（）()]{0,8}|图|组图|多图|视频|全文|转载|转发|来源[^（）()]{0,12})[）)]\s*$/;
/** The name of the site or account behind the title. */
const SITE_NAME = /\s*[-_—–|｜丨]+\s*[^-_—–|｜丨]{2,20}(政府网|政府门户网站|人民政府|政务网|发布|融媒|信息公开网|门户网站)\s*$/;
const CUT = /(…+|\.{2,}|。{2,})\s*$/;

const DIGITS = '零一二三四五六七八九';
/** 二〇二二, 十二, 一百零三 as digits; null for what is no number. */
function hanNumber(text: string): string | null {
  const plain = text.replace(/[〇○Ｏ]/g, '零').replace(/两/g, '二');
  if (!/[十百千]/.test(plain)) return [...plain].map((c) => DIGITS.indexOf(c)).join('');
  let sum = 0;
  let digit = 0;
  for (const c of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c];
    if (unit === undefined) digit = DIGITS.indexOf(c);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return String(sum + digit);
}

/** Chinese numbers where they count something; 一 in 一体化 is no number. */
const HAN_NUMBER =
  /(?<=第)[零〇○一二两三四五六七八九十百千]+|[零〇○一二两三四五六七八九十百千]+(?=(?:年|月|日|号|期|批|次|届|季度|集|场|讲|轮|辑|版|周年|个|名|家|项|条|起|类|亿|万|元|人))/g;

/** Reads a title as printed by a portal, a feed or an account. Pure. */
export function plainTitle(title: string): PlainTitle {
  let text = halfWidth(title).trim();
  const cut = CUT.test(text);
  text = text.replace(CUT, '').replace(ENDING, '').replace(SITE_NAME, '').replace(ENDING, '');
  const dressed = text;
  const forms: string[] = [];
  for (let step = 0; step < 4; step++) {
    const label = (BRACKETED.exec(text) ?? STROKED.exec(text)) as RegExpExecArray | null;
    const rest = label ? text.slice(label[0].length) : text.replace(CALLS, '');
    if (rest === text || rest.length < 4) break;
    const words = label?.[1]?.trim() ?? '';
    const form = FORMS.find(([, pattern]) => pattern.test(words))?.[0];
    if (form) forms.push(form);
    // 【大河镇】 and 第3期｜ say which one it is.
    else if (BODY.test(words) || /\d|第[零一二三四五六七八九十百]+/.test(words)) break;
    text = rest;
  }
  const bare = FORMS.find(([name, pattern]) => name === '图解' && pattern.test(text));
  if (bare && forms.length === 0) {
    const rest = text.replace(bare[1], '').replace(/^[:：，,!！\s]+/, '');
    if (rest.length >= 6) {
      forms.push(bare[0]);
      text = rest;
    }
  }
  const digits = (text.trim() === '' ? dressed : text).replace(HAN_NUMBER, (number) => hanNumber(number) ?? number);
  const core = digits
    .toLowerCase()
    .replace(/帐(?=号|户)/g, '账')
    .replace(/其它/g, '其他')
    .replace(/(?<=\d月)份/g, '')
    .replace(/(?<![\d.])0+(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}%]+/gu, '');
  return { core, numbers: digits.match(/\d+(?:\.\d+)?/g)?.map(plainNumber) ?? [], form: [...new Set(forms)].sort().join(), cut };
}

const plainNumber = (text: string): string => text.replace(/^0+(?=\d)/, '');

function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => (c === '｜' ? c : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .replace(/\p{Cf}|\p{Extended_Pictographic}|\p{Mn}/gu, '')
    .replace(/[\u3000\u00a0\s]+/g, ' ');
}
