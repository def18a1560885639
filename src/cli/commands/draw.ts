import type { DrawProtocol } from '../../app/draws/draw-protocol.ts';
import { type DrawWish, drawsOfArea } from '../../app/draws/hold-draw.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

const KINDS = { 单位: 'units', 栏目: 'columns' } as const;

export const command: Command = {
  name: 'draw',
  summary: '随机抽查：按随机种子抽取单位或栏目，打印抽取记录；同一种子抽取结果相同',
  arguments: '地区',
  count: [1, 1],
  options: {
    kind: { value: '单位|栏目', help: '抽取什么；不写则列出已有的抽取记录' },
    count: { value: '个数', help: '抽取几个' },
    percent: { value: '百分比', help: '抽取百分之几（不足一个的进一）' },
    seed: { value: '种子', help: '随机种子，如当场报出的数字' },
    purpose: { value: '事由', help: '为什么抽查；不写为“随机检查”' },
    by: { value: '姓名', help: '由谁抽取' },
    exclude: { value: '名称=理由', multiple: true, help: '不参加抽取的单位或栏目，写明理由；可写多次' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha draw 郎溪县 --kind 单位 --count 5 --seed 20221228-07 --by 张三', 'mingcha draw 郎溪县'],
  changes: (input) => (wishOf(input) === null ? null : { area: input.positionals[0] as string }),
  async run(input) {
    const protocols = await drawsOfArea(input.config, input.positionals[0] as string, wishOf(input));
    if (input.values.json) outJson(protocols);
    else if (protocols.length === 0) out('还没有抽取记录。用 --kind 单位 --count 5 --seed 数字 --by 姓名 抽取。');
    else for (const protocol of protocols) print(protocol);
    return undefined;
  },
};

function wishOf(input: CommandInput): DrawWish | null {
  const kind = textOption(input, 'kind');
  if (kind === undefined) return null;
  if (!(kind in KINDS)) throw new MingchaError('usage', `--kind 的值“${kind}”不对。`, '请写 单位 或 栏目。');
  const [count, percent] = [wholeNumber(input, 'count'), wholeNumber(input, 'percent')];
  if ((count === null) === (percent === null))
    throw new MingchaError('usage', '没有写明抽取多少。', '请写 --count 个数 或 --percent 百分比，只写一个。');
  const by = textOption(input, 'by')?.trim();
  if (!by) throw new MingchaError('usage', '没有写明由谁抽取。', '请加上 --by 姓名。');
  const excluded = ((input.values.exclude ?? []) as readonly string[]).map((text) => {
    const at = text.indexOf('=');
    if (at > 0) return { name: text.slice(0, at), reason: text.slice(at + 1) };
    throw new MingchaError('usage', `--exclude 的值“${text}”不对。`, '请写成 名称=理由，例如 --exclude 县档案馆=上月已抽查。');
  });
  return {
    kind: KINDS[kind as keyof typeof KINDS],
    size: count === null ? { percent: percent as number } : { count },
    seed: textOption(input, 'seed') ?? '',
    purpose: textOption(input, 'purpose') ?? '随机检查',
    by,
    excluded,
  };
}

function wholeNumber(input: CommandInput, name: string): number | null {
  const text = textOption(input, name);
  if (text === undefined) return null;
  if (/^[1-9]\d{0,5}$/.test(text) && (name !== 'percent' || Number(text) <= 100)) return Number(text);
  throw new MingchaError('usage', `--${name} 的值“${text}”不对。`, name === 'percent' ? '请写 1 到 100 的整数。' : '请写 1 以上的整数。');
}

function print({ kindName, purpose, seed, method, madeAt, madeBy, holds, drawn, notDrawn, excluded }: DrawProtocol): void {
  out(`${purpose}：从 ${drawn.length + notDrawn.length} 个${kindName}中抽取 ${drawn.length} 个（${madeAt.slice(0, 10)}，${madeBy}）`);
  out(`  种子 ${seed}，方法 ${method}：按 种子、换行、编号 的 SHA-256 从小到大取，可自行验算${holds ? '' : '。注意：记录与验算结果不符'}`);
  for (const [i, { name, rank }] of drawn.entries()) out(`  抽中 ${i + 1}  ${name}  ${rank}`);
  for (const { name, rank } of notDrawn) out(`  未抽中  ${name}  ${rank}`);
  for (const { name, reason } of excluded) out(`  未参加  ${name}：${reason}`);
}
