import { type QuickPage, SHORT_LETTERS, titleOf } from './quick-text.ts';

/** How an error page that answers 200 speaks: “您访问的页面不存在”, “404 Not Found”, “抱歉，找不到该网页”. */
const THING = '(?:页面|网页|网址|文章|内容|信息|栏目|资源|文件|地址|链接|对象|文档)';
const MISSING = '(?:不存在|没有找到|未找到|找不到|未能找到|无法找到|已(?:经)?(?:被)?(?:删除|移除|失效|下线|过期)|走丢|丢失|不见了|飞走)';
const SENTENCE = new RegExp(
  [
    `${THING}(?:可能|好像|似乎|或许|暂时|已经|了|都|也|[，,\\s]){0,3}${MISSING}`,
    `(?:找不到|没有找到|未找到|无法找到|没找到)(?:您|你)?(?:所|要|想|请求|访问|查看|浏览|寻找|需要|指定|对应|相关|该|此|这个|的){0,5}${THING}`,
    '(?:page|file|resource|document|object|url)s? (?:you (?:requested|are looking for) )?(?:was |is |could |can )?(?:not|cannot) (?:be )?found',
    '\\b(?:http )?(?:error )?404\\b[^\\d]{0,12}(?:not found|error|错误|页面|出错)|(?:错误|error|出错)(?:代码|码| code)?[:： ]{0,2}404\\b|404 ?not ?found',
  ].join('|'),
  'i',
);
/** Something of this is in every such sentence; looked for first because it is quick. */
const HINT = /不存在|找到|找不|删除|移除|失效|下线|过期|走丢|丢失|不见了|飞走|404|not (?:be )?found|NOT FOUND|Not Found/;
const speaks = (text: string): boolean => HINT.test(text) && SENTENCE.test(text);
const TITLE = new RegExp(
  `^\\s*(?:404|not found|error|错误|错误页面?|出错了?|页面出错.{0,4}|404.{0,20}|.{0,12}\\b404)\\s*$|${SENTENCE.source}`,
  'i',
);
const ERROR_ADDRESS = /\/(?:40[34]|errors?(?:page)?|not-?found|page-?not-?found)(?:[./_-]|$)/i;
/** Tags every article of a government site carries; an error page does not. */
const ARTICLE_META = /<meta\b[^>]{0,200}name\s*=\s*["']?(?:ArticleTitle|PubDate)\b/i;

/** A page with no more text than this is nothing but its message. */
const BARE_TEXT = 120;
/** With its site's frame around it. */
const FRAMED_TEXT = SHORT_LETTERS;

/**
 * `yes`: an error page by itself. `perhaps`: it speaks like one but a full page stands around it;
 * only if the host answers a made-up address with the same page may it be called one (`sameAnswer`).
 */
export type SoftGone = 'yes' | 'perhaps' | 'no';

export function softGone(page: QuickPage, url: string, finalUrl: string): SoftGone {
  const title = TITLE.test(titleOf(page.html));
  const sentAway = finalUrl !== url && ERROR_ADDRESS.test(new URL(finalUrl).pathname);
  const long = page.busy || page.shortText === null;
  if (long && !title && !sentAway && !speaks(page.html)) return 'no';
  if (ARTICLE_META.test(page.html)) return 'no';
  const sentence = speaks(page.text);
  if (!sentence && !title && !sentAway) return 'no';
  if (page.text.length <= BARE_TEXT) return 'yes';
  if (page.text.length <= FRAMED_TEXT && Number(sentence) + Number(title) + Number(sentAway) >= 2) return 'yes';
  return 'perhaps';
}

/** Whether two pages read the same, save for what changes by the address or the moment. */
export function sameAnswer(one: QuickPage, other: QuickPage): boolean {
  const shape = constantText(one);
  return shape.length > 0 && shape === constantText(other);
}

const constantText = ({ text }: QuickPage): string => text.replace(/https?:\/\/\S+|\/[\w./-]{3,}/g, '').replace(/[\d\s:：./-]+/g, '');
