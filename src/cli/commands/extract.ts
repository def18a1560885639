import { extractFiles, type PageFile, readManifest } from '../../app/extract-files.ts';
import { isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { outJson } from '../print.ts';

export const command: Command = {
  name: 'extract',
  summary: '读保存下来的网页：列表、日期、元数据、页脚标识（每页输出一行 JSON）',
  arguments: '文件…',
  count: [0, Number.POSITIVE_INFINITY],
  options: {
    url: { value: '网址', help: '页面来自哪里；多个文件同用一个网址' },
    manifest: { value: '清单', help: '清单文件，每行一个 {"file","url"}' },
    today: { value: '日期', help: '查看当天，用来推断“今天”“3小时前”和没有写年份的日期' },
    text: { help: '同时输出正文文字' },
    json: { help: '输出 JSON（本命令总是如此）' },
  },
  examples: ['mingcha extract 列表页.html --url https://www.example.gov.cn/xxgk/', 'mingcha extract --manifest 清单.jsonl'],
  changes: () => null,
  async run(input) {
    const today = textOption(input, 'today') ?? null;
    if (today !== null && !isCalendarDate(today))
      throw new MingchaError('usage', `--today 的值“${today}”不是日期。`, '请写成 2022-12-27 的形式。');
    for await (const reading of extractFiles(await pagesOf(input), { today, withText: input.values.text === true })) outJson(reading);
    return undefined;
  },
};

async function pagesOf(input: CommandInput): Promise<PageFile[]> {
  const manifest = textOption(input, 'manifest');
  const url = textOption(input, 'url');
  if (manifest !== undefined) return readManifest(manifest);
  if (input.positionals.length === 0)
    throw new MingchaError('usage', '没有写明要读的文件。', '写上文件名和 --url，或用 --manifest 指定清单。');
  if (url === undefined || !URL.canParse(url))
    throw new MingchaError('usage', '缺少页面的网址，或网址写得不对。', '加上 --url https://…，相对链接要靠它补全。');
  return input.positionals.map((file) => ({ file, url }));
}
