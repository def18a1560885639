import table from '../data/shapes.json' with { type: 'json' };

/** Pairs that readers and scanners take for each other although few strokes are shared, or that the stroke table ranks too low. */
const BY_EYE =
  '人入八 己已巳 未末 日曰目 土士 戊戌戍 干千于 社杜 大太犬 天夫无 贝见 刀力 兔免 折拆 拔拨 拢扰 徵微 侯候 治冶 晴睛 粟栗 崇祟 沫抹 戴带 芒茫 岐歧 驰弛 汲吸 复覆 攻政 秆杆 除险 副付幅 账帐 技救 关类 铺销 杀刹 经轻 航舰 缅湎 竣峻 憾撼 幸宰 准淮 陕狭峡 辩辨辫 拌绊 爪瓜 住往注 活话 间问 休体 处外 今令 代伐 仑仓 历厉 历力 第弟 第笫 设没 设投 任仕 扶抚 抗杭 坑抗 析折 祈析 洗冼 毫豪 享亨 便使 使侯 冒胃 肓盲 壁璧 遣遗 遭遣 溶熔 熔镕 堤提 提题 埋理 拥佣 组祖 租组 祖租 辑缉 缉揖 籍藉 冀翼 厉励 既即 暑署 署薯 著箸 赢羸 嬴赢 菅管 营菅 官宫 炙灸 萧箫 竞竟 密蜜 拾抬 坐座 作做 象像 度渡 连联 分份 必须 须需 查察 察擦 院阮 完玩 员圆 园圆 原源 源愿 形型 型刑 刑形 练炼 级极 及级 建健 健键 防妨 访防 妨访 优忧 优扰 优拢 厅斤 斤斥 诉诈 诉拆 讼松 认让 议仪 仪义 订汀 计汁 讨付 许午 评平 证征 讯汛 汛迅 记纪 谈淡 谅凉 谋媒 谨槿 谱普 漫慢 幕墓 募慕 蓝篮 苛荷 菏荷 获荻 梁粱 盂孟 兑免 孤弧 狐孤 弧狐 惠慧 徒徙 延廷 庭廷 挺庭 刺剌 茶荼 沦论 伦沦 轮伦 丐丏 钓钩 勾匀 均钧 鸣呜 乌鸟 岛鸟 枭鸟 哀衷 衰哀 衷衰 洒酒 酉西 茜酉 卯卵 即卯 仰抑 迎仰 柳抑 拈沾 玷沾 诊珍 趁诊 眨贬 泛贬 乏泛 晌响 向响 绿缘 喙缘 禄绿 载裁 栽裁 戳截 截栽 炕坑';

const OURS = new Map<string, Set<string>>();
for (const group of BY_EYE.split(' ')) {
  for (const one of group) {
    const others = OURS.get(one) ?? new Set<string>();
    OURS.set(one, others);
    for (const other of group) if (other !== one) others.add(other);
  }
}
const ROWS: Readonly<Record<string, string | undefined>> = table;

/** Characters that look like this one, those we list by hand first, then by likeness of their strokes. */
export function sameShape(character: string): string[] {
  return [...new Set([...(OURS.get(character) ?? []), ...(ROWS[character] ?? '')])];
}

/** Whether one of two characters may be read for the other by eye or by a scanner (人/入, 攻/政). */
export function looksAlike(one: string, two: string): boolean {
  if (one === two) return false;
  return OURS.get(one)?.has(two) === true || ROWS[one]?.includes(two) === true || ROWS[two]?.includes(one) === true;
}

const NEAREST = 3;

/** Whether two characters are among the most alike of their kind: listed by hand, or of the nearest by their strokes. */
export function looksVeryAlike(one: string, two: string): boolean {
  const isNear = (character: string, other: string): boolean => ROWS[character]?.slice(0, NEAREST).includes(other) === true;
  return one !== two && (OURS.get(one)?.has(two) === true || isNear(one, two) || isNear(two, one));
}
