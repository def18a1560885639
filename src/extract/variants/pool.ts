/** One invented entry as every variant must give it back. */
export interface PoolEntry {
  title: string;
  /** Title as a template cuts it, ending in dots. */
  cut: string;
  date: string;
  href: string;
  i: number;
}

const TITLES = [
  '关于做好冬春季森林防火工作的通知',
  '云溪县2022年度一般公共预算执行情况公示',
  '县政府召开第十二次常务会议',
  '关于印发《云溪县城乡居民基本医疗保险实施细则》的通知（云政办〔2022〕15号）',
  '招聘公告',
  '云溪县自然资源局国有建设用地使用权挂牌出让公告（2022-18号）',
  '县领导到乡镇调研防汛抗旱工作',
  '关于2021年7月至12月救助资金发放情况的公示',
  '省督查组来我县开展专项督查',
  '云溪县“十四五”养老服务体系规划政策解读',
  '关于城区部分路段实行临时交通管制的通告',
  '2022年第3期县长信箱办理情况通报',
  '县应急管理局组织开展危险化学品企业安全检查',
  '关于公开征求《云溪县物业管理办法（征求意见稿）》意见的公告',
  '东山镇2020年05月份低保发放公示',
  '云溪县卫生健康委员会行政处罚信息公示表',
  '关于停水检修的紧急通知',
  '全县教育工作会议强调办好人民满意的教育',
] as const;
const DAYS = [
  '2022-12-27',
  '2022-12-26',
  '2022-12-26',
  '2022-12-19',
  '2022-12-08',
  '2022-11-30',
  '2022-11-22',
  '2022-11-11',
  '2022-10-31',
  '2022-10-09',
  '2022-09-28',
  '2022-08-15',
  '2022-07-04',
  '2022-06-21',
  '2022-05-12',
  '2022-03-03',
  '2022-01-25',
  '2021-12-31',
] as const;

/** The first `count` entries of the pool, newest first. */
export function pool(count: number): PoolEntry[] {
  return TITLES.slice(0, count).map((title, i) => ({
    title,
    cut: title.length > 16 ? `${title.slice(0, 14)}...` : title,
    date: DAYS[i] as string,
    href: `./info_${1000 + i * 37}.htm`,
    i,
  }));
}

/** How many entries the pool holds. */
export const POOL_SIZE = TITLES.length;
