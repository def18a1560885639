import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { MingchaError } from '../../core/error.ts';
import { listAreas } from '../../store/areas.ts';
import { importFile } from './import-file.ts';
import { oleFile, PASSWORD_BIFF, zip } from './testing/hostile-files.ts';
import { type TestSheets, workbook } from './testing/workbooks.ts';

const AT = '2023-01-10T01:00:00.000Z';
const UNITS = [
  ['单位名称', '单位类别', '分组', '别名', '加挂牌子'],
  ['县应急局', '部门', '县直部门', '县应急管理局', ''],
  ['县住建局', '部门', '县直部门', '', '县人防办'],
  ['大河镇', '镇', '乡镇', '', ''],
] as const;
const ACCOUNTS = [['主办单位', '平台', '账号名称', '是否备案']] as const;
const book = (sheets: TestSheets): Uint8Array => workbook({ 单位: UNITS, ...sheets });
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const notice = (changes: object): Uint8Array =>
  bytes(
    JSON.stringify({
      schemaVersion: '1.0',
      id: 'x-2022-12',
      document: { area: '大河县', areaLevel: 'county', province: '某某省', issuer: '县政府办' },
      period: { label: '2022年12月', kind: 'month', start: '2022-12-01', end: '2022-12-31', dataCutoff: null },
      units: [{ name: '县应急局', kind: 'department', group: null, aliases: [], coNames: [], parent: null }],
      channels: [],
      figures: [],
      statedFigures: [],
      problems: [],
      ...changes,
    }),
  );

/** What, file name, bytes, and every line the user gets: of the whole file, or sheet|row|column|value|what is wrong. */
type Case = readonly [string, string, () => Uint8Array | Promise<Uint8Array>, readonly string[]];
const CASES: readonly Case[] = [
  ['no byte', 'a.xlsx', () => new Uint8Array(), ['“a.xlsx”是空文件，没有任何内容。请确认选对了文件，或重新导出一次。']],
  ['blank workbook', 'a.xlsx', () => workbook({ 单位: [] }), ['“a.xlsx”里没有任何内容。请确认选对了文件，并保存过填写的内容。']],
  ['only blanks in a csv', 'a.csv', () => bytes(' \n , ,\n'), ['“a.csv”里没有任何内容。请确认选对了文件，并保存过填写的内容。']],
  [
    'web page as .xls',
    'a.xls',
    () => bytes('<html><body><table><tr><td>单位</td></tr></table></body></html>'),
    ['“a.xls”里没有找到表格。请确认选对了文件；也可以在 Word、WPS 或网页里选中表格，复制后粘贴到导入页。'],
  ],
  [
    'Excel 2003 XML as .xls',
    'a.xls',
    () => bytes('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ['“a.xls”其实是 XML 文件，不是 Excel 工作簿。请用 Excel 或 WPS 打开后，“另存为” .xlsx 再导入。'],
  ],
  [
    'encrypted .xlsx',
    'a.xlsx',
    () => writeXlsx({ sheets: [{ name: '单位', rows: [['单位名称']] }], encryption: { password: 'x', spinCount: 1000 } }),
    ['“a.xlsx”设了打开密码，无法读取。请用 Excel 或 WPS 打开，去掉打开密码后另存，再导入。'],
  ],
  [
    'encrypted .xls',
    'a.xls',
    () => oleFile('Workbook', PASSWORD_BIFF),
    ['“a.xls”设了打开密码，无法读取。请用 Excel 或 WPS 打开，去掉打开密码后另存，再导入。'],
  ],
  [
    'damaged .xls',
    'a.xls',
    () => workbook({ 单位: UNITS }, { type: 'biff8' }).slice(0, 700),
    ['“a.xls”已损坏，打不开。请用 Excel 或 WPS 打开后，“另存为” .xlsx 再导入。'],
  ],
  [
    'cut off .xlsx',
    'a.xlsx',
    () => book({}).slice(0, 3000),
    ['“a.xlsx”已损坏，打不开（可能没有下载或复制完整）。请重新取得文件；能用 Excel 或 WPS 打开的，打开后另存为 .xlsx 再导入。'],
  ],
  [
    '.xlsx with damaged parts',
    'a.xlsx',
    () => zip({ 'xl/workbook.xml': 'not xml at all', '[Content_Types].xml': '<Types/>' }),
    ['“a.xlsx”已损坏，读不出内容。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'],
  ],
  [
    'zip bomb',
    'a.xlsx',
    () => zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(201 * 1024 * 1024) }),
    ['“a.xlsx”解压后超过 200 MB 或内部文件过多，已停止读取。请把要导入的内容复制到新的工作簿里再导入。'],
  ],
  [
    'too many parts',
    'a.xlsx',
    () => zip({ 'xl/workbook.xml': '', ...Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`p${i}`, ''])) }),
    ['“a.xlsx”解压后超过 200 MB 或内部文件过多，已停止读取。请把要导入的内容复制到新的工作簿里再导入。'],
  ],
  [
    'encrypted zip',
    'a.xlsx',
    () => zip({ 'xl/workbook.xml': '<workbook/>' }, 1),
    ['“a.xlsx”设了打开密码，无法读取。请用 Excel 或 WPS 打开，去掉打开密码后另存，再导入。'],
  ],
  [
    'Word as .xlsx',
    'a.xlsx',
    () => zip({ 'word/document.xml': '<w/>' }),
    ['“a.xlsx”是 Word 文档，不是表格。请把表格复制到导入模板（.xlsx）里再导入。'],
  ],
  [
    'old Word as .xls',
    'a.xls',
    () => oleFile('WordDocument', PASSWORD_BIFF),
    ['“a.xls”是 Word 文档，不是表格。请把表格复制到导入模板（.xlsx）里再导入。'],
  ],
  [
    'slides',
    'a.xlsx',
    () => zip({ 'ppt/presentation.xml': '<p/>' }),
    ['“a.xlsx”是演示文稿，不是表格。请把内容填到导入模板（.xlsx）里再导入。'],
  ],
  [
    'binary workbook',
    'a.xlsb',
    () => zip({ 'xl/workbook.bin': 'x' }),
    ['“a.xlsb”是 Excel 二进制工作簿（.xlsb），不能读取。请用 Excel 或 WPS 打开后，“另存为” .xlsx 再导入。'],
  ],
  ['archive of tables', 'a.zip', () => zip({ '单位.csv': '单位名称' }), ['“a.zip”是压缩包。请先解压，再导入里面的表格。']],
  ['PDF as .xlsx', 'a.xlsx', () => bytes('%PDF-1.7 ...'), ['“a.xlsx”是 PDF，不是表格。请把表格填到导入模板（.xlsx）里再导入。']],
  [
    'picture as .xlsx',
    'a.xlsx',
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    ['“a.xlsx”是图片，不是表格。请把表格填到导入模板（.xlsx）里再导入。'],
  ],
  ['rar', 'a.rar', () => bytes('Rar!\x1a\x07'), ['“a.rar”是压缩包。请先解压，再导入里面的表格。']],
  [
    '.xls content as .xlsx',
    'a.xlsx',
    () => workbook({ 单位: UNITS }, { type: 'biff8' }),
    ['“a.xlsx”的扩展名与内容不符：内容是 .xls。请把扩展名改为 .xls，或用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'],
  ],
  [
    'csv as .xlsx',
    'a.xlsx',
    () => bytes('单位名称,单位类别\n县应急局,部门\n'),
    ['“a.xlsx”的扩展名与内容不符：内容是 .csv。请把扩展名改为 .csv，或用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'],
  ],
  [
    'strange extension',
    'a.dat',
    () => bytes('单位名称\n'),
    [
      '“a.dat”的扩展名 .dat 不在可导入之列。可导入的文件：Excel 或 WPS 表格（.xlsx、.xls、.ods）、.csv（UTF-8 或 GBK 编码）、通报数据（.json）。',
    ],
  ],
  [
    'no extension',
    'units',
    () => bytes('单位名称\n'),
    [
      '“units”没有扩展名，看不出是什么文件。可导入的文件：Excel 或 WPS 表格（.xlsx、.xls、.ods）、.csv（UTF-8 或 GBK 编码）、通报数据（.json）。',
    ],
  ],
  [
    'csv in no encoding',
    'a.csv',
    () => new Uint8Array([0xd6, 0xd0, 0xff, 0xff, 0x80, 0x2c, 0xfe]),
    ['“a.csv”的文字编码读不出来。请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再导入。'],
  ],
  [
    'csv with an open quote',
    '单位.csv',
    () => bytes('单位名称,分组\n县应急局,县直\n"县住建局,县直\n'),
    ['“单位.csv”第 3 行的双引号没有成对。请补上缺少的双引号，或用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'],
  ],
  [
    'csv with too many columns',
    '单位.csv',
    () => bytes(`单位名称${',x'.repeat(300)}\n`),
    ['“单位.csv”的工作表“单位”超过 200 列的上限。请删去多余的列再导入。'],
  ],
  [
    'csv with too many rows',
    '单位.csv',
    () => bytes(`单位名称\n${'县应急局\n'.repeat(100_001)}`),
    ['“单位.csv”的工作表“单位”超过 100000 行的上限。请拆成几个文件分次导入。'],
  ],
  [
    'sheet nobody knows',
    'a.xlsx',
    () =>
      workbook({
        Sheet1: [
          ['姓名', '电话'],
          ['甲', '1'],
        ],
      }),
    [
      'Sheet1||||看不出是哪张表：工作表应命名为“单位”、“网站”、“栏目”、“新媒体账号”、“发布记录”、“信息量”、“公开平台信息”、“转载任务”、“互动情况”、“活动”、“优质作品”、“政策文件”、“来信办理”、“指南登记信息”、“任职人员”、“单位曾用名”、“评估指标自查”、“问题台账”之一，首行写列名（可用导入模板）',
    ],
  ],
  [
    'sheet of a known name without header',
    'a.xlsx',
    () =>
      workbook({
        网站: [
          ['今天', '明天'],
          ['甲', '1'],
        ],
      }),
    [
      '网站||||没有找到表头，表头应有：“主办单位”（也可写作单位名称、单位、所属单位等）、“网站类别”（也可写作类别、类型、网站类型）、“首页地址”（也可写作网址、网站地址、首页网址等）',
    ],
  ],
  [
    'missing column with a lookalike',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [
          ['主办单位', '平 台 类 别', '账号名称'],
          ['大河镇', '微信', '大河发布'],
        ],
      }),
    [
      '新媒体账号|1|平台||缺少“平台”列，“平 台 类 别”列是否应为“平台”（也可写作平台类型、账号平台、类别、类型、所属平台、平台名称、新媒体类型、新媒体类别）',
    ],
  ],
  [
    'one title twice',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [
          ['主办单位', '平台', '账号名称', '平台类型'],
          ['大河镇', '微信', '大河发布', '微信'],
        ],
      }),
    ['新媒体账号|1|平台||表头里有两列都是“平台”，应只留一列'],
  ],
  [
    'required cell empty',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '', '是']] }),
    ['新媒体账号|2|账号名称||必填，不能为空'],
  ],
  [
    'word outside a closed list',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微 xin 号', '大河发布', '大概']] }),
    [
      '新媒体账号|2|是否备案|大概|不在可填的范围内，应为：是、否、待核实',
      '新媒体账号|2|平台|微 xin 号|不在可填的范围内，应为：微信、微博、抖音、视频号、人民号、头条号、快手、APP、其他',
    ],
  ],
  [
    'unknown unit with candidates',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['县应急管理委', '微信', '某县应急', '是']] }),
    [
      '新媒体账号|2|主办单位|县应急管理委|没有登记这个单位。是不是：县应急局？请改成登记的名称；确是新单位的，先在“单位”表里补一行；同一单位的另一种叫法，写进该单位的“别名”',
    ],
  ],
  [
    'unknown unit without candidates',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['县图书馆', '微信', '某县图书馆', '是']] }),
    ['新媒体账号|2|主办单位|县图书馆|没有登记这个单位。确是新单位的，先在“单位”表里补一行；同一单位的另一种叫法，写进该单位的“别名”'],
  ],
  [
    'name two units bear',
    'a.xlsx',
    () =>
      workbook({
        单位: [
          ['单位名称', '别名'],
          ['县农业农村局', '县农业局'],
          ['县林业局', '县农业局'],
        ],
      }),
    ['单位|3|别名|县林业局|“县农业局”已经是“县农业农村局”的别名或牌子，一个名称只能属于一个单位，请只在一处写'],
  ],
  [
    'kind that cannot be told',
    'a.xlsx',
    () =>
      workbook({
        单位: [
          ['单位名称', '分组'],
          ['甲乙丙', '县直部门'],
        ],
      }),
    [
      '单位|2|单位类别|甲乙丙|从名称看不出单位类别，必填：镇、乡、街道、部门、园区、县市区、下属单位、居委会、村、事业单位、办公机构、公共企事业单位',
    ],
  ],
  [
    'unit above itself',
    'a.xlsx',
    () =>
      workbook({
        单位: [
          ['单位名称', '上级单位'],
          ['县公安局', '县交警大队'],
          ['县交警大队', '县公安局'],
        ],
      }),
    ['单位|3|上级单位|县公安局|上级单位绕了一圈回到自己，请改正'],
  ],
  [
    'span that ends before it begins',
    'a.xlsx',
    () =>
      workbook({
        单位: [
          ['单位名称', '启用日期', '停用日期'],
          ['县公安局', '2020-01-01', '2019-12-31'],
        ],
      }),
    ['单位|2|停用日期|2019-12-31|早于启用日期 2020-01-01，应不早于它'],
  ],
  [
    'contradicting rows',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '大河发布', '是'], ['大河镇', '公众号', '大河发布', '否']] }),
    ['新媒体账号|3|是否备案||“大河发布”与“新媒体账号”第 2 行是同一条，但“是否备案”写得不一样，请只保留一条或改成一致'],
  ],
  [
    'one account of two units',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '大河发布', '是'], ['县住建局', '微信', '大河发布', '是']] }),
    ['新媒体账号|3|主办单位||“大河发布”与“新媒体账号”第 2 行是同一条，但“主办单位”写得不一样，请只保留一条或改成一致'],
  ],
  [
    'unfiled with a filing date',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [
          [...ACCOUNTS[0], '备案日期'],
          ['大河镇', '微信', '大河发布', '否', '2020-01-01'],
        ],
      }),
    ['新媒体账号|2|是否备案|否|填了备案日期或备案号，就不应是“否”：应为“是”，或删去备案日期和备案号'],
  ],
  [
    'closed without a day',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [
          [...ACCOUNTS[0], '状态'],
          ['大河镇', '微信', '大河发布', '是', '已关停'],
        ],
      }),
    ['新媒体账号|2|状态起始日期||状态是“已关停”时必填：写明从哪天开始'],
  ],
  [
    'no date',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [
          [...ACCOUNTS[0], '备案日期'],
          ['大河镇', '微信', '大河发布', '是', '22.13.1'],
        ],
      }),
    ['新媒体账号|2|备案日期|22.13.1|不是日期，应写成 2022-12-27、2022/12/27、2022.12.27 或 2022年12月27日'],
  ],
  [
    'formula with an error',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微信', { t: 'e', v: 0x17, w: '#REF!' }, '是']] }),
    ['新媒体账号|2|账号名称|#REF!|公式出错，没有结果，请改正公式或直接填写'],
  ],
  [
    'formula never computed',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微信', { t: 'n', f: 'A1&"x"' }, '是']] }),
    ['新媒体账号|2|账号名称|=A1&"x"|公式没有保存计算结果，请用 Excel 或 WPS 打开保存一次，或改成数值'],
  ],
  [
    'page of text in a name',
    'a.xlsx',
    () => book({ 新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '很'.repeat(2001), '是']] }),
    [
      '新媒体账号|2|账号名称|很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很…|太长（2001 字），最多 2000 字，请检查是否填错了格',
    ],
  ],
  [
    'no address',
    'a.xlsx',
    () =>
      book({
        网站: [
          ['主办单位', '网站类别', '首页地址'],
          ['大河镇', '信息公开网站', '暂无'],
          ['县住建局', '信息公开网站', 'ftp://a.gov.cn/'],
        ],
      }),
    [
      '网站|2|首页地址|暂无|不是网址，应以 http:// 或 https:// 开头，如 https://www.example.gov.cn/',
      '网站|3|首页地址|ftp://a.gov.cn/|不是网址，应以 http:// 或 https:// 开头，如 https://www.example.gov.cn/',
    ],
  ],
  [
    'one address for two units',
    'a.xlsx',
    () =>
      book({
        网站: [
          ['主办单位', '网站类别', '首页地址'],
          ['大河镇', '信息公开网站', 'www.a.gov.cn'],
          ['县住建局', '信息公开网站', 'http://www.a.gov.cn/'],
        ],
      }),
    ['网站|3|首页地址|http://www.a.gov.cn/|与第 2 行“大河镇”的首页地址相同，一个网站只能归一个主办单位'],
  ],
  [
    'column without site',
    'a.xlsx',
    () =>
      book({
        栏目: [
          ['主办单位', '栏目路径', '更新时限'],
          ['大河镇', '政策解读—上级政策解读', '半年'],
        ],
      }),
    ['栏目|2|网站||“大河镇”还没有登记网站，请先在“网站”表里补上'],
  ],
  [
    'no limit, no path',
    'a.xlsx',
    () =>
      book({
        网站: [
          ['主办单位', '网站类别', '首页地址'],
          ['大河镇', '信息公开网站', 'www.a.gov.cn'],
        ],
        栏目: [
          ['主办单位', '栏目路径', '更新时限'],
          ['大河镇', '政策解读—', '及时'],
        ],
      }),
    [
      '栏目|2|栏目路径|政策解读—|栏目路径里有空的一级，应写成：本级政策解读—负责人解读',
      '栏目|2|更新时限|及时|不是更新时限，应写成：两周、14天、3个月、半年、1年，没有时限的写“不限”',
    ],
  ],
  [
    'post of an unknown account',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '大河发布', '是']],
        发布记录: [
          ['账号名称', '发布日期', '标题'],
          ['大河发部', '2022-12-01', '甲'],
        ],
      }),
    [
      '发布记录|2|账号名称|大河发部|没有登记这个账号。是不是：大河发布（微信，大河镇）？请改成登记的名称和平台；确是新账号的，先在“新媒体账号”表里补一行',
    ],
  ],
  [
    'post of an account on two platforms',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '大河发布', '是'], ['大河镇', '抖音', '大河发布', '是']],
        发布记录: [
          ['账号名称', '发布日期', '标题'],
          ['大河发布', '2022-12-01', '甲'],
        ],
      }),
    ['发布记录|2|账号名称|大河发布|对应几个账号：大河发布（微信，大河镇）、大河发布（抖音，大河镇），请填“平台”或“主办单位”加以区分'],
  ],
  [
    'post of tomorrow',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '大河发布', '是']],
        发布记录: [
          ['账号名称', '发布日期', '标题'],
          ['大河发布', '2023-01-11', '甲'],
        ],
      }),
    ['发布记录|2|发布日期|2023-01-11|晚于导入当天 2023-01-10，应为已经发布的日期'],
  ],
  [
    'post after the vouched day',
    'a.xlsx',
    () =>
      book({
        新媒体账号: [...ACCOUNTS, ['大河镇', '微信', '大河发布', '是']],
        发布记录: [
          ['账号名称', '发布日期', '标题', '截至日期'],
          ['大河发布', '2022-12-28', '甲', '2022-12-27'],
          ['大河发布', '', '乙', '2022-12-27'],
          ['大河发布', '', '', ''],
        ],
      }),
    [
      '发布记录|2|发布日期|2022-12-28|晚于截至日期 2022-12-27，两者至少有一个不对',
      '发布记录|3|发布日期||必填：发布日期和标题要一起填；没有发布的账号两格都空着，填截至日期',
      '发布记录|4|截至日期||这一行没有发布日期和标题，就要填截至日期',
    ],
  ],
  [
    'approved above submitted',
    'a.xlsx',
    () =>
      book({
        信息量: [
          ['单位', '期间', '报送数', '审发数'],
          ['大河镇', '2022年12月', 3, 4],
        ],
      }),
    ['信息量|2|审发数|4|多于报送数 3，审发数应不多于报送数'],
  ],
  [
    'no period, bad number',
    'a.xlsx',
    () =>
      book({
        信息量: [
          ['单位', '期间', '报送数'],
          ['大河镇', '十二月', '三条'],
          ['大河镇', '', 1],
        ],
      }),
    [
      '信息量|2|报送数|三条|不是整数，应填 0 或正整数，如 12',
      '信息量|2|期间|十二月|看不出是哪个月或季度，应写成：2022年12月、2020年一季度',
      '信息量|3|期间||必填，应写成：2022年12月、2020年一季度',
    ],
  ],
  [
    'table without any period',
    'a.xlsx',
    () => book({ 信息量: [['信息发布统计表'], ['单位', '报送数'], ['大河镇', 3]] }),
    ['信息量|2|期间||没有写是哪一期：请加“期间”列，或在表头上方的标题里写明，如：2022年12月、2020年一季度'],
  ],
  [
    'broken JSON',
    'a.json',
    () => bytes('{"schemaVersion": "1.0", "units": ['),
    ['“a.json”不是完整的 JSON（可能没有下载完整，或被改坏了）。请重新取得文件再导入。'],
  ],
  [
    'JSON of something else',
    'a.json',
    () => bytes('{"name": "x"}'),
    ['“a.json”不是通报数据：最外层应有 schemaVersion（1.0）。请确认选对了文件；单位、网站、账号名单请用导入模板（.xlsx）。'],
  ],
  ['text as .json', 'a.json', () => bytes('单位名称'), ['“a.json”不是 JSON。通报数据应以“{”开头，请确认选对了文件。']],
  [
    'JSON as .xlsx',
    'a.xlsx',
    () => notice({}),
    ['“a.xlsx”的扩展名与内容不符：内容是 .json。请把扩展名改为 .json，或用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'],
  ],
  ['JSON of another version', 'a.json', () => notice({ schemaVersion: '2.0' }), ['a.json||schemaVersion|2.0|应为：1.0']],
  [
    'JSON with wrong values',
    'a.json',
    () =>
      notice({
        period: { label: 'x', kind: 'week', start: '2022/12/01', end: null, dataCutoff: null },
        figures: [{ unit: '县应急局', submitted: -1 }],
      }),
    [
      'a.json||period.kind|week|应为：month、quarter',
      'a.json||period.start|2022/12/01|格式不对：日期应为 2022-12-27，时限应为 P14D、P6M、P1Y',
      'a.json||figures[0].submitted|-1|不能小于 0',
      'a.json||figures[0].approved||缺少这一项，应为数字',
      'a.json||figures[0].errors||缺少这一项，应为数字',
      'a.json||figures[0].annualTask||缺少这一项，应为数字',
      'a.json||figures[0].publishedTotal||缺少这一项，应为数字',
      'a.json||figures[0].publishedInPeriod||缺少这一项，应为数字',
    ],
  ],
  [
    'JSON with an unknown unit',
    'a.json',
    () => notice({ channels: [{ id: 'wechat:x', kind: 'wechat', name: 'x', owner: '县应急办', level: null, filed: null }] }),
    [
      'a.json||channels[0]|县应急办|没有登记这个单位。是不是：县应急局？请改成登记的名称；确是新单位的，先在“单位”表里补一行；同一单位的另一种叫法，写进该单位的“别名”',
    ],
  ],
];

describe('hostile files', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test?.drop());

  it.each(CASES)('%s', async (_what, fileName, make, lines) => {
    const area = fileName.endsWith('.json') ? {} : { areaName: '大河县' };
    const bytes = await make();
    const failed = (await importFile({ db: test.db, ...area, fileName, bytes, at: AT }).catch((error: unknown) => error)) as MingchaError;
    expect(failed).toBeInstanceOf(MingchaError);
    expect(failed.code).toBe('bad-input');
    expect(linesOf(failed, fileName)).toEqual(lines);
    // Nothing of it went in, not even the sheets that had no fault.
    expect(await listAreas(test.db)).toEqual([]);
  });

  it('shows 200 of 1,000 faults and counts them all', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ['大河镇', '传呼机', `账号${i}`, '是']);
    const bytes = book({ 新媒体账号: [...ACCOUNTS, ...rows] });
    const failed = (await importFile({ db: test.db, areaName: '大河县', fileName: 'a.xlsx', bytes, at: AT }).catch(
      (e: unknown) => e,
    )) as MingchaError;
    expect(failed.message).toBe('“a.xlsx”有 1000 处错误（只列出前 200 处），没有导入任何内容');
    expect(failed.faults).toHaveLength(200);
    expect(failed.faults[199]).toMatchObject({ row: 201, value: '传呼机' });
  });

  it('wants to know the area, and the right one', async () => {
    const say = async (request: { areaName?: string; areaId?: string; fileName: string; bytes: Uint8Array }) => {
      const failed = (await importFile({ db: test.db, at: AT, ...request }).catch((e: unknown) => e)) as MingchaError;
      return `${failed.code}: ${failed.message}。${failed.next}`;
    };
    const bytes = book({});
    expect(await say({ fileName: 'a.xlsx', bytes })).toBe(
      'bad-input: 没有写明导入到哪个地区。请写明地区，如：郎溪县，或 安徽省/宣城市/郎溪县。',
    );
    expect(await say({ fileName: 'a.xlsx', bytes, areaName: '大河' })).toBe(
      'bad-input: 看不出“大河”是省、市还是县。地区请写全名，如：郎溪县、湘潭市、安徽省。',
    );
    expect(await say({ fileName: 'a.xlsx', bytes, areaId: 'area_x' })).toBe(
      'not-found: 没有编号为 area_x 的地区。请先用地区名称导入一次。',
    );
    expect(await say({ fileName: 'a.json', bytes: notice({}), areaName: '小河县' })).toBe(
      'bad-input: 通报数据是“大河县”的，选的地区是“小河县”。请改选地区，或不选地区、按通报数据自己写的导入。',
    );
  });
});

function linesOf(failed: MingchaError, fileName: string): string[] {
  if (failed.message !== `“${fileName}”有 ${failed.faults.length} 处错误，没有导入任何内容`) return [`${failed.message}。${failed.next}`];
  return failed.faults.map(({ sheet, row, field, value, message }) =>
    [sheet, row, field, value, message].map((part) => part ?? '').join('|'),
  );
}
