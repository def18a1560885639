import { isControlText } from '../list/survey.ts';
import { collapse, squeeze } from '../markup/plain.ts';

/** Longest name of a column met in real trees: 行政规范性文件及备案审查结果公开 has 16 letters. */
const LONGEST = 24;

/** Words of a page's frame that lead to no column. */
const FRAME_WORDS = new RegExp(
  `^(?:${[
    '(?:网站|返回|回到)?(?:首页|主页|顶部)|首页面|导航|网站导航|站点导航|(?:网站|站点|本站)地图|地图',
    '(?:用户|个人|统一|会员)?(?:登录|登陆|注册|退出|注销)|个人中心|用户中心|我的.{0,4}',
    '.{0,3}无障碍.{0,6}|.{0,3}(?:长辈|老年|适老|关怀|长者).{0,4}(?:版|模式)?|简体.{0,2}|繁體.{0,2}|繁体.{0,2}|[简繁][體体]?|语音.{0,4}',
    '(?:手机|移动|电脑|触屏|微门户)(?:版|端|门户)|(?:官方|政务|新浪|腾讯)?(?:微信|微博|抖音|头条|视频号)(?:公众号|号)?|公众号|(?:移动)?客户端|扫一扫|二维码',
    '.{0,4}邮箱登录|(?:公务|政务)?邮箱|办公系统|(?:协同)?办公平台|内网|设为首页|加入收藏|收藏本站|添加收藏',
    '(?:联系|关于)(?:我们|本站|方式)?|(?:网站|版权|隐私|法律|免责|服务).{0,2}(?:声明|保护|条款)|使用帮助|帮助|帮助中心|网站管理|网站后台',
    '(?:站内|高级|全文|智能|热门|信息)?(?:搜索|检索|搜一搜)(?:词)?|RSS.{0,4}|订阅|信息订阅|分享.{0,4}|.{0,8}(?:找错|纠错)|报错',
    '友情链接|相关链接|常用链接|网站链接|链接|党政机关|事业单位标识|.{0,3}备案.{0,3}号.*|.{0,3}ICP备.*|.{0,3}公网安备.*|网站标识码.*',
    '.{0,6}位置|(?:主办|承办|协办|技术支持|维护|版权所有|地址|电话|邮编|传真|单位).{0,2}(?:单位)?|智能(?:问答|客服|机器人)|在线客服|正文|列表|标签',
  ].join('|')})$`,
  'i',
);

/** Sentences, dates and counts: titles and notes, never names of columns. */
const NO_NAME =
  /[，。！？；：!?;…《》]|\d{4}\s*年|\d{1,2}月\d|\d{4}[-./]\d|\d{3,}|^第?[\d一二三四五六七八九十]+[页条期]|^共.*[页条]$|今天是|星期/;
const MARKS = /^[\s·•●◆■▪※★>＞»›|｜+\-—_:：.,、，[\]【】]+|[\s·•>＞»›|｜+\-—_:：.[\]【】…]+$/g;
const COUNT = /\s*[(（[]\s*\d+\s*(?:条|篇)?\s*[)）\]]$/;

/** Text of a link or heading as the name of a column: marks, counts, blanks and quotes gone. '' when it cannot be one. */
export function columnNameOf(text: string): string {
  const name = squeeze(text.replace(MARKS, '').replace(COUNT, '').replace(MARKS, ''))
    .replace(/[“”"「」『』]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
  return isName(name) ? name : '';
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST || !/\p{Script=Han}{2}/u.test(name)) return false;
  return !NO_NAME.test(name) && !isControlText(name) && !FRAME_WORDS.test(name);
}

const LONGEST_PATH = 150;

/** 本级政策解读—负责人解读 as site maps write it: the parts from the top; one part where the text is a plain name, none where it is no name. */
export function columnNamesOf(text: string): string[] {
  const plain = collapse(text).trim();
  if (plain.length > LONGEST_PATH) return [];
  const parts = plain.split(/\s*(?:[—–]+|-+>|[>＞»›→])\s*/).filter((part) => part.trim() !== '');
  const names = parts.map(columnNameOf);
  return names.length <= 6 && names.every((name) => name !== '') ? names : [];
}

/** 更多, 更多>>, MORE+, 查看更多: the link from a block on a front page to the block's column. */
export const isMoreText = (text: string): boolean => /^[^\p{L}]*(?:查看|点击)?(?:更多|more)[^\p{L}]*(?:信息|内容)?[^\p{L}]*$/iu.test(text);

/** Words that stand in names of columns of government sites; a menu holds some, a list of people or machines holds none. */
const VOCABULARY =
  /公开|政务|动态|公告|公示|通知|政策|文件|解读|互动|服务|信息|新闻|要闻|资讯|财政|预算|决算|机构|领导|专题|专栏|党建|规划|人事|法规|法治|回应|征集|调查|信箱|概况|目录|指南|年报|工作|管理|建设|建议提案|采购|招标|执法|应急|统计|数据|职能|职责|党务|廉政|监督/;
export const isTelling = (name: string): boolean => VOCABULARY.test(name);

/** Names of units: portals list their departments and towns beside their columns. */
const UNIT =
  /(?:局|委|委员会|办公室|政府办|镇|乡|街道|办事处|中心|管委会|开发区|园区|法院|检察院|银行|公司|医院|学校|人民政府|部|厅|院|社|村|社区)$/;
export const isUnitName = (name: string): boolean => UNIT.test(name) && !/领导|动态|信息/.test(name);
