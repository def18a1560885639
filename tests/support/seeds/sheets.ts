import { daysBetween } from '../../../src/core/date.ts';
import type { NoticeDocument } from '../../../src/notice/model.ts';
import { template as monthly } from '../../../src/notice/templates/monthly-monitoring.ts';
import { template as report } from '../../../src/notice/templates/monthly-report.ts';
import { template as findings } from '../../../src/notice/templates/problems-and-requirements.ts';
import { template as accounts } from '../../../src/notice/templates/quarterly-accounts.ts';
import { template as check } from '../../../src/notice/templates/quarterly-check.ts';
import { printedBody, printedRows } from '../../../src/notice/testing/read-document.ts';
import * as first from '../../../src/notice/testing/seed-snapshots.ts';
import { type Entry, ours, type SeedSheet } from './entry.ts';
import { readSeed, type Seed } from './read.ts';
import { shiquanSnapshot } from './shiquan.ts';
import { xiangtanSnapshot } from './xiangtan.ts';
import { xinfengSnapshot } from './xinfeng.ts';

const GIVEN = '原通报没有可以重算的表，来源填报的数随快照保存';
const DEMAND = '是要求，不是统计';
const UNPRINTED = '原通报没有可以重算的表，我们不印';

/** What a sheet needs of one seed: its facts, our document, and short ways to state an entry. */
class Maker {
  readonly seed: Seed;
  readonly document: NoticeDocument;
  constructor(seed: Seed, document: NoticeDocument) {
    this.seed = seed;
    this.document = document;
  }
  stated(id: string): string {
    const figure = this.seed.statedFigures.find((one) => one.id === id);
    return figure?.value === null || figure === undefined ? '无' : `${figure.value}${figure.approx ? '余' : ''}${figure.uom}`;
  }
  /** A stated figure against one of ours, in our unit of measure. */
  bound(id: string, what: string, figure: string, why = ''): Entry {
    const value = ours(this.document, figure);
    const stated = this.stated(id);
    // 家, 个 and 位 count alike; only the number is compared.
    const same = Number.parseFloat(stated) === Number.parseFloat(value);
    return { ids: [id], what, stated, ours: same ? stated : value, why };
  }
  /** A figure that was fed as stated: printed, not proved. */
  given(id: string, what: string, figure: string, more = ''): Entry {
    return { ...this.bound(id, what, figure, `${GIVEN}${more}`), given: true };
  }
  unknown(id: string, what: string, why: string): Entry {
    return { ids: [id], what, stated: this.stated(id), ours: null, why };
  }
  sheet(title: string, entries: readonly Entry[]): SeedSheet {
    return { title, template: this.document.template, entries, all: this.seed.statedFigures.map(({ id }) => id) };
  }
}

const free = (what: string, stated: string, mine: string | null, why = ''): Entry => ({ ids: [], what, stated, ours: mine, why });
const count = (n: number, unit: string): string => `${n}${unit}`;

function cangxi(seed: Seed): SeedSheet {
  const document = accounts.build(first.cangxiSnapshot(first.cangxi as NonNullable<typeof first.cangxi>));
  const m = new Maker(seed, document);
  const slip = seed.problems.find((problem) => problem.category === 'account_stale' && problem.channels[0]?.includes('三川镇'));
  const slipDates = slip as unknown as { detectedDate: string; lastUpdateDate: string };
  const praised = document.proposals.find(({ rule }) => rule === 'praise-approved')?.named.join('、') ?? '';
  const listed = printedRows(document, 'account-problems');
  const rectified = (word: string): number => listed.filter((row) => row[5] === word).length;
  const attachment = seed.attachments[1]?.rows ?? [];
  return m.sheet('苍溪县 2020年一季度', [
    {
      ...m.bound('f01', '门户网站信息', 'volumes.approved', ''),
      why: `D1：附件1审发合计${ours(document, 'volumes.approved')}、报送合计${ours(document, 'volumes.submitted')}；我们照录门户总数，并把表外${ours(document, 'volumes.outside')}另列`,
    },
    m.given('f02', '其中重点领域', 'volumes.keyAreas'),
    m.bound('f03', '正常运行的账号', 'accounts.base', '13 + 28'),
    m.given('f04', '其中微博', 'weibo.base'),
    m.given('f05', '其中微信', 'wechat.base'),
    m.bound('f06', '账号合格率', 'accounts.rate', `${ours(document, 'accounts.pass')} ÷ ${ours(document, 'accounts.base')}`),
    free(
      '名单所列账号与不合格账号',
      '13行、14个账号',
      `${ours(document, 'accounts.fail')}`,
      'D2：重复开设只列出、不算不合格（规则C4），名单下写明不合格个数',
    ),
    free(
      '三川镇停更天数',
      '超过14天',
      count(daysBetween(slipDates.lastUpdateDate, slipDates.detectedDate), '天'),
      'D3：两个日期只差这么多天，台账拒收与自身日期不符的发现；通报照列原行',
    ),
    free('名单行数', count(attachment.length, '行'), count(listed.length, '行')),
    free(
      '已整改、未整改',
      `${attachment.filter((row) => row[5] === '是').length}行、${attachment.filter((row) => row[5] === '否').length}行`,
      `${rectified('是')}行、${rectified('否')}行`,
    ),
    free('表扬单位', '文昌镇、陵江镇、苍溪生态环境局、县自然资源局', praised, '规则C5：各组审发数前两位'),
    m.unknown('f07', '试点领域', UNPRINTED),
  ]);
}

function xinfeng(seed: Seed): SeedSheet {
  const document = report.build(xinfengSnapshot(seed));
  const m = new Maker(seed, document);
  const body = printedBody(document);
  const ranking = seed.rankings[0];
  const mine = document.proposals[0]?.named ?? [];
  const printed = seed.attachments.flatMap(({ rows }) => rows);
  const own = ['publishing-1', 'publishing-2'].flatMap((id) => printedRows(document, id));
  const equal = own.filter((row, i) => row.join() === printed[i]?.join()).length;
  const letters = 'handling/';
  return m.sheet('信丰县 2024年4月', [
    m.bound('f01', '累计公开', 'publishing.total', '8450 + 11710，附件所列56个单位'),
    m.bound('f02', '4月乡镇新增', 'publishing-2.period'),
    m.bound('f03', '4月县直单位新增', 'publishing-1.period'),
    free('两张附表的行（任务数、总数、当月数、完成比例）', `${printed.length}行`, `${equal}行`, '56个完成比例与各行次序全部相同'),
    m.bound('f04', '末位单位数', 'publishing-1.last'),
    free(
      '末五位次序',
      ranking?.units.join('、') ?? '',
      mine.join('、'),
      'D4：五个单位相同；按完成比例由低到高，县市场监督管理局20.29%在统调队22.89%之前',
    ),
    m.given('f05', '依申请公开信件', `${letters}1`),
    m.given('f06', '群众信件', `${letters}2`),
    {
      ids: ['f07'],
      what: '逾期办理',
      stated: '无',
      ours: body.some((line) => line.includes('没有逾期')) ? '无' : '有',
      why: GIVEN,
      given: true,
    },
    m.bound('f11', '提示的乡镇', 'activities.a02.groupUnits', '附件2有16行'),
    m.given('f12', '学习考察人数', 'activities.a04.people'),
    free(
      '工作动态的次序',
      '9日、（无日期）、18日、25日、23日',
      body
        .flatMap(
          (line) =>
            /^●4月(\d+日)?，/
              .exec(line)
              ?.slice(1)
              .map((day) => day ?? '（无日期）') ?? [],
        )
        .join('、'),
      '按日期排列，没有日期的排在最后',
    ),
    m.unknown('f08', '正平镇目录领域', UNPRINTED),
    m.unknown('f09', '便民服务中心面积', '做法的名称，照录；原通报没有可以重算的表'),
    m.unknown('f10', '大阿镇目录领域', UNPRINTED),
    m.unknown('f13', '整改期限', DEMAND),
    free('三处发现的日期', '4月29日、3月19日、3月31日', null, '留在台账的每个问题里，正文不印；后两处写的是3月，4月的月报只印问题'),
  ]);
}

function xiangtan(seed: Seed): SeedSheet {
  const document = check.build(xiangtanSnapshot(seed));
  const m = new Maker(seed, document);
  const body = printedBody(document).join('');
  const list = printedRows(document, 'account-list');
  const forms = printedRows(document, 'interpretations').map((row) => /(\d)种/.exec(row[3] ?? '')?.[1]);
  const fields = seed.activities.find(({ id }) => id === 'a02')?.object?.split('、') ?? [];
  const matrix = seed.praises.find(({ id }) => id === 'g03')?.items.filter((item) => item.startsWith('一') && item.length === 2) ?? [];
  return m.sheet('湘潭市 2022年三季度', [
    m.given('f01', '政府网站', 'sites.gov_website'),
    m.given('f02', '市直事业单位网站', 'sites.institution_site'),
    m.given('f03', '政务新媒体', 'accounts.base'),
    m.bound('f04', '网站合格率', 'sites.rate', '超期栏目不使网站不合格（规则T3）'),
    m.bound('f05', '账号合格率', 'accounts.rate', `${ours(document, 'accounts.pass')} ÷ ${ours(document, 'accounts.base')}`),
    free(
      '名单上单项否决的账号与不合格账号',
      `${seed.attachments[0]?.rows.filter((row) => row[5] === '是').length}个`,
      ours(document, 'accounts.fail'),
      `D5：湘乡文旅没有备案，不在${ours(document, 'accounts.base')}的基数内，仍列名单，标明不计入并另表列出`,
    ),
    free(
      '账号名单、文件名单',
      `${seed.attachments[0]?.rows.length}行、${seed.attachments[1]?.rows.length}行`,
      `${list.length}行、${forms.length}行`,
    ),
    free(
      '缺解读形式',
      seed.policyDocuments.map(({ formsMissing }) => formsMissing).join('、'),
      forms.join('、'),
      '规则T1：2减已有形式，缺的形式逐一列出，与原表逐字相同',
    ),
    m.given('f10', '栏目所载信息', 'items.p03'),
    { ids: ['f06'], what: '培训领域', stated: m.stated('f06'), ours: `${fields.length}个`, why: '逐一列名，不另写个数' },
    { ids: ['f07'], what: '传播矩阵', stated: m.stated('f07'), ours: `${matrix.length}个`, why: '逐一列名，不另写个数' },
    m.unknown('f08', '接受咨询', UNPRINTED),
    m.unknown('f09', '举报线索', UNPRINTED),
    m.unknown('f11', '解读形式下限', `${DEMAND}；缺几种由它减出`),
    m.unknown('f12', '新增领域', DEMAND),
    m.unknown('f13', '原有领域', DEMAND),
    free(
      '整改期限',
      '2022年10月19日前',
      body.includes('2022年10月19日（含当日）') ? '2022年10月19日前' : null,
      '写明含当日：各地对“前”的理解不一（规则A1）',
    ),
  ]);
}

function shiquan(seed: Seed): SeedSheet {
  const document = findings.build(shiquanSnapshot(seed));
  const m = new Maker(seed, document);
  const headings = printedBody(document).filter((line) => /^（.）/.test(line) && line.includes('。如：')).length;
  const { period } = document;
  return m.sheet('石泉县 2023年一季度', [
    m.given('f01', '政府门户网站', 'sites.portal'),
    m.given('f02', '政务新媒体', 'accounts.base', '；后柳古镇没有备案，不在其内'),
    m.given('f03', '公开信息', 'volumes.portal'),
    m.given('f04', '依申请公开事项', 'handling/1'),
    m.bound('f05', '表扬的账号', 'accounts.praised'),
    free('问题标题', '6个', `${headings}个`, '每个标题下都有点名的例子'),
    free('统计到哪一天', seed.period.end, period.cutoff, 'D6：3月15日成文，一季度还有16天；我们在期次旁印统计截止日，并在签发前提示'),
    free(
      '整改期限',
      '2023年3月22日前',
      printedBody(document).join('').includes('2023年3月22日（含当日）') ? '2023年3月22日前' : null,
      '写明含当日',
    ),
  ]);
}

function langxi(seed: Seed): SeedSheet {
  const document = monthly.build(first.langxiSnapshot(first.langxi as NonNullable<typeof first.langxi>));
  const m = new Maker(seed, document);
  const units = printedRows(document, 'paired').at(-1)?.[0] ?? '';
  const titles = document.attachmentList.every((title, i) => title === document.attachments[i]?.title);
  const kinds = [
    ['f03', 'f04', '政务微信', 'wechat'],
    ['f05', 'f06', '政务微博', 'weibo'],
    ['f07', 'f08', '政务抖音', 'douyin'],
    ['f09', 'f10', '政务APP', 'app'],
  ] as const;
  return m.sheet('郎溪县 2022年12月', [
    m.bound('f01', '信息公开网站合格', 'disclosure_site.pass', 'D7：附件1的44行中32个无问题、7个合格、5个不合格'),
    m.bound(
      'f02',
      '信息公开网站合格率',
      'disclosure_site.rate',
      `D7：${ours(document, 'disclosure_site.pass')} ÷ ${ours(document, 'disclosure_site.base')}；原文36家与87.8%只在基数41时相合`,
    ),
    ...kinds.flatMap(([passed, rate, name, kind]) => [
      m.bound(passed, `${name}合格`, `${kind}.pass`),
      m.bound(rate, `${name}合格率`, `${kind}.rate`),
    ]),
    free('附件2的单位', '26家', `${units}家`, ''),
    free('正文点名的单位', '12家', ours(document, 'sites.problemUnits'), '2 + 3 + 5 + 2，每家只在最重的一项下出现一次'),
    free('附件2的标题', '附件说明与表上标题不同', titles ? '两处同一标题' : '两处不同', '表上标题漏字；我们的两处标题出自同一处'),
    m.unknown('f11', '每周更新次数', DEMAND),
  ]);
}

/** Every figure of the five real notices against ours; null where the facts are not beside the checkout. */
export function seedSheets(): SeedSheet[] | null {
  const names = ['cangxi-2020-q1', 'xinfeng-2024-04', 'xiangtan-2022-q3', 'shiquan-2023-q1', 'langxi-2022-12'] as const;
  const makers = [cangxi, xinfeng, xiangtan, shiquan, langxi];
  const sheets = names.map((name, i) => {
    const seed = readSeed(name);
    return seed === null ? null : (makers[i]?.(seed) ?? null);
  });
  return sheets.every((sheet) => sheet !== null) ? sheets : null;
}
