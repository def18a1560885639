import type { PostState } from '../../evidence/facts.ts';
import type { AccountPageState, PageTrouble } from './saved-page.ts';

/** What a notice page in place of a post means. */
export type Notice =
  | { of: 'post'; state: Exclude<PostState, 'shown'> }
  | { of: 'account'; state: AccountPageState }
  | { of: 'us'; trouble: PageTrouble };

/**
 * The platform's sentences, in the order in which they are asked: what is ours first, so that a gate is never taken for a
 * deletion; then the account as a whole; then the post. 帐 and 账 are both in use.
 */
const NOTICES: readonly (readonly [RegExp, Notice])[] = [
  [
    /环境异常|完成验证后即可继续|去验证|访问过于频繁|操作频繁|请输入验证码|请在微信客户端打开|请在微信中打开/,
    { of: 'us', trouble: 'verification' },
  ],
  [/系统(出错|繁忙|错误)|网络(异常|错误)|加载失败/, { of: 'us', trouble: 'verification' }],
  [/参数错误|链接(有误|不存在|错误)|页面不存在/, { of: 'us', trouble: 'bad-link' }],
  [/链接已过期|临时链接.{0,6}(过期|失效)|该链接已失效/, { of: 'us', trouble: 'expired' }],
  [/(公众号|[帐账]号).{0,12}迁移|迁移流程/, { of: 'account', state: 'migrated' }],
  [/(公众号|[帐账]号).{0,12}注销|主体.{0,6}注销/, { of: 'account', state: 'cancelled' }],
  [/(公众号|[帐账]号).{0,14}(屏蔽|冻结|封禁|封停|停止使用|停用|回收|限制使用)/, { of: 'account', state: 'blocked' }],
  [/已被(发布者|发送人|作者|发布人|用户)删除|(内容|文章|作品|微博)已(被)?删除|作者已删除|博主已删除/, { of: 'post', state: 'deleted' }],
  [/(投诉|举报).{0,30}(侵权|违规|无法查看|不予|审核)|侵权.{0,12}无法查看|冒名侵权|涉嫌侵犯/, { of: 'post', state: 'complained' }],
  [/违规|违反.{0,40}(规定|规范|法律|法规|政策)|不实信息|谣言|审核未通过|涉嫌过度营销/, { of: 'post', state: 'violating' }],
  [/发送失败无法查看|发送失败/, { of: 'post', state: 'unsent' }],
  [/隐私设置|仅(自己|朋友|粉丝|关注者|好友)可见|无法查看该内容|没有权限|暂无查看权限|付费/, { of: 'post', state: 'restricted' }],
  [/(尚未|暂未|还未|未)(公开|发布|到发布时间)|定时发布/, { of: 'post', state: 'unpublished' }],
];

/** Longest text of a notice page; anything longer is a page with content of its own. */
const LONGEST_NOTICE = 800;

/**
 * What a page without a post says, from its visible lines in order; null when it says nothing that is known. What is ours
 * counts wherever it stands; else the first line that says something, as the reasons below a headline name other rules too.
 */
export function readNotice(lines: readonly string[]): Notice | null {
  const plain = lines.map((line) => line.replace(/\s+/g, ''));
  const whole = plain.join('');
  if (whole.length > LONGEST_NOTICE) return null;
  const ours = NOTICES.find(([words, notice]) => notice.of === 'us' && words.test(whole));
  if (ours) return ours[1];
  for (const line of [...plain, whole]) {
    const found = NOTICES.find(([words]) => words.test(line));
    if (found) return found[1];
  }
  return null;
}
