import { listOffices, readSettingsFile, setArea } from '../../app/area-office.ts';
import { AREA_SETTING_NAMES } from '../../app/area-settings.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'area',
  summary: '列出地区，查看或更改一个地区的设置：检查方案、通报版头、定时监测等',
  arguments: '[地区]',
  count: [0, 1],
  options: {
    profile: { value: '方案', help: '检查方案：national、langxi、cangxi' },
    schedule: { value: 'on|off', help: '每个工作日定时监测，每小时访问一次各网站首页' },
    issuer: { value: '名称', help: '通报的发文机关署名' },
    set: { value: '文件', help: '从 JSON 文件更改多项设置' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha area', 'mingcha area 郎溪县 --profile langxi --issuer 郎溪县政府信息中心 --schedule on'],
  changes(input) {
    const { json: _, ...asked } = input.values;
    const [area] = input.positionals;
    if (Object.keys(asked).length === 0) return null;
    if (area === undefined) throw new MingchaError('usage', '没有写明改哪个地区的设置。', '例如：mingcha area 郎溪县 --schedule on。');
    scheduledOf(input);
    return { area };
  },
  async run(input) {
    const [name] = input.positionals;
    if (name === undefined) {
      const offices = await listOffices(input.config);
      if (input.values.json) outJson(offices);
      else for (const { area, sites, accounts } of offices) out(`${area}：正常运行的网站 ${sites} 个，新媒体账号 ${accounts} 个`);
      return undefined;
    }
    const report = await setArea(input.config, name, await changesOf(input));
    if (input.values.json) outJson(report);
    else {
      out(`${report.area}的设置：`);
      for (const [key, value] of Object.entries(report.settings))
        out(`  ${AREA_SETTING_NAMES[key as keyof typeof report.settings]}（${key}）：${JSON.stringify(value)}`);
    }
    return undefined;
  },
};

async function changesOf(input: CommandInput): Promise<Record<string, unknown>> {
  const file = textOption(input, 'set');
  const changes: Record<string, unknown> = file === undefined ? {} : await readSettingsFile(file);
  const scheduled = scheduledOf(input);
  const profile = textOption(input, 'profile');
  const issuer = textOption(input, 'issuer');
  return {
    ...changes,
    ...(profile === undefined ? {} : { profile }),
    ...(scheduled === null ? {} : { scheduled }),
    ...(issuer === undefined ? {} : { head: { ...(changes.head as object | undefined), issuer } }),
  };
}

function scheduledOf(input: CommandInput): boolean | null {
  const schedule = textOption(input, 'schedule');
  if (schedule === undefined) return null;
  if (schedule === 'on' || schedule === 'off') return schedule === 'on';
  throw new MingchaError('usage', `--schedule 的值“${schedule}”不对。`, '请写 on 或 off。');
}
