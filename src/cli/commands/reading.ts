import { readNamed } from '../../app/named-file.ts';
import { READING_ALARMS, type ReadingAlarmKind } from '../../app/reading/alarms.ts';
import { acceptReading, dropRule, type MadeRule, makeRule, type ReadingReport, readingReport, tryRule } from '../../app/reading/office.ts';
import { readSelectors } from '../../app/reading/selectors-file.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, outJson } from '../print.ts';

const ROWS_SHOWN = 5;

export const command: Command = {
  name: 'reading',
  summary: '栏目阅读规则与读取告警：改版是我们的告警，不是单位的超期',
  arguments: '地区|网址',
  count: [1, 1],
  options: {
    make: { value: '栏目', help: '从栏目（网址、编号或名称）的页面制作规则并启用' },
    nth: { value: '序号', help: '页面上有几个列表时取第几个；不写为 1' },
    rule: { value: '文件', help: '手写的选择器（JSON：container、row、title、link、date），代替自动制作' },
    accept: { value: '栏目', help: '认可最近一次读出的结果（列表确已清空或更换）' },
    drop: { value: '栏目', help: '停用栏目的规则，改回自动识别' },
    by: { value: '姓名', help: '由谁核对；--make 和 --accept 必填' },
    test: { help: '让所有规则重读各自的样例页面' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha reading https://www.example.gov.cn/tzgg/',
    'mingcha reading 郎溪县 --make https://www.example.gov.cn/tzgg/ --by 张三',
    'mingcha reading 郎溪县 --test',
  ],
  changes(input) {
    const { make, accept, drop } = input.values;
    const [area] = input.positionals;
    if (isAddress(area) || (make ?? accept ?? drop) === undefined) return null;
    nthOf(input);
    if ((make ?? accept) !== undefined) byOf(input);
    return { area: area as string };
  },
  async run(input) {
    const [subject] = input.positionals as [string];
    const wish = { nth: nthOf(input), selectors: await selectorsOf(input) };
    if (isAddress(subject)) return show(input, await tryRule(input.config, subject, wish), printRule);
    const make = textOption(input, 'make');
    if (make !== undefined) return show(input, await makeRule(input.config, subject, make, wish, byOf(input)), printRule);
    const accept = textOption(input, 'accept');
    if (accept !== undefined)
      return show(input, { accepted: await acceptReading(input.config, subject, accept, byOf(input)) }, ({ accepted }) =>
        out(`已认可栏目“${accepted}”最近一次读出的结果，下一次查看起以它为准。`),
      );
    const drop = textOption(input, 'drop');
    if (drop !== undefined)
      return show(input, { dropped: await dropRule(input.config, subject, drop) }, ({ dropped }) =>
        out(`已停用栏目“${dropped}”的阅读规则，改回自动识别。`),
      );
    const report = await readingReport(input.config, subject, input.values.test === true);
    show(input, report, printReport);
    return input.values.test === true && report.rules.some(({ fault }) => fault !== null) ? EXIT_CODES['verdict-failed'] : undefined;
  },
};

const isAddress = (text = ''): boolean => /^https?:\/\//i.test(text);

function show<T>(input: CommandInput, result: T, print: (result: T) => void): undefined {
  if (input.values.json) outJson(result);
  else print(result);
}

function printRule({ column, url, selectors, items }: MadeRule): void {
  out(column === null ? `${url} 可用的规则（未启用）：` : `栏目“${column}”的规则已启用：`);
  for (const [part, selector] of Object.entries(selectors)) out(`  ${part}：${selector ?? '自动识别'}`);
  out(`读出 ${items.length} 条，前 ${Math.min(ROWS_SHOWN, items.length)} 条：`);
  for (const { date, title } of items.slice(0, ROWS_SHOWN)) out(`  ${date ?? '（无日期）'}  ${title}`);
}

function printReport({ area, rules, alarms }: ReadingReport): void {
  out(`${area}：阅读规则 ${rules.length} 条，读取告警 ${alarms.length} 个。`);
  for (const { column, container, row, madeOn, madeBy, fault } of rules)
    out(
      `  ${fault === null ? '正常' : READING_ALARMS[fault as ReadingAlarmKind].name}  ${column}：${container} ${row}（${madeBy}，${madeOn}）`,
    );
  for (const { site, column, name, since, next } of alarms) out(`  告警  ${site}“${column}”：${name}（${since.slice(0, 10)} 起）。${next}`);
}

function byOf(input: CommandInput): string {
  const by = textOption(input, 'by')?.trim();
  if (by) return by;
  throw new MingchaError('usage', '没有写明由谁核对。', '请加上 --by 姓名：规则和认可都要留名。');
}

function nthOf(input: CommandInput): number {
  const text = textOption(input, 'nth') ?? '1';
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new MingchaError('usage', `--nth 的值“${text}”不对。`, '请写 1 到 99 的整数。');
}

async function selectorsOf(input: CommandInput) {
  const path = textOption(input, 'rule');
  if (path === undefined) return null;
  return readSelectors((await readNamed(path)).toString(), path);
}
