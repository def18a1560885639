const WORDS =
  '政务公开 信息 栏目 更新 整改 办事指南 联系电话 群众 服务 事项 窗口 受理 申请 材料 审批 公示 公告 通知 通报 会议 部署 落实 责任 单位 检查 督查 问题 清单 完成 时限 反馈 回应 关切 解读 政策 文件 发布 平台 网站 公众号 微博 值班 安全 生产 防汛 乡村 振兴 农业 项目 建设 资金 补贴 教育 医疗 卫生 就业 社保 养老 住房 保障 环境 保护 道路 交通 规划 自然资源 财政 预算 决算 采购 招标 结果 名单 考试 录用 人员 培训 调研 座谈 走访 企业 营商 优化 改革 创新 推进 工作 情况 报告 年度 季度 月份 全县 全市 各镇 各部门 负责人 主持 出席 强调 指出 要求 进一步 提高 认识 加强 领导 压实 举措 成效 明显 显著 增长 以来 按照 有关 规定 现将 如下 特此 附件 来源 时间 浏览 次数'.split(
    ' ',
  );

export const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T;

/** Words that make no sense, as long as asked, with the stops of a text. */
export function words(length: number, random: () => number): string {
  let text = '';
  while (text.length < length) text += pick(WORDS, random) + (random() < 0.15 ? '，' : random() < 0.06 ? '。' : '');
  return text.slice(0, length);
}

export const number = (from: number, to: number, random: () => number): number => from + Math.floor(random() * (to - from));
