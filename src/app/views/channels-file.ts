import { CHANNEL_RESULTS, type ChannelResult, type ChannelsAsked, listedChannels } from '../../core/lists/channels.ts';
import { listVerdicts } from '../../store/periods.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { choosePeriod, todayOf } from './area-of.ts';
import { viewChannels } from './channels.ts';

/** 网站与账号 with their results of a period as a workbook: those asked for, in the order asked for. */
export async function channelsFile(
  app: App,
  areaId: string,
  periodId: string | undefined,
  asked: ChannelsAsked & { verdict?: ChannelResult | undefined },
) {
  const { rows: all } = await viewChannels(app, areaId, periodId);
  const rows = listedChannels(all, asked);
  const period = await choosePeriod(app, areaId, periodId);
  const verdicts = period ? await listVerdicts(app.db, areaId, period.id) : [];
  const sheets = [...new Set(verdicts.map(({ sheet }) => sheet))];
  return listFile(app, areaId, {
    day: period?.cutoff ?? (await todayOf(app, areaId)),
    name: '网站与账号检查结果',
    rule: sheets.length > 0 ? `检查指标 ${sheets.join('、')}` : '尚无检查结果',
    of: period?.label ?? '',
    filters: [
      ['名称、单位', asked.q],
      ['种类', asked.type && { site: '网站', account: '账号' }[asked.type]],
      ['类别', asked.kind && (all.find(({ kind }) => kind.code === asked.kind)?.kind.name ?? asked.kind)],
      ['检查结果', asked.verdict && CHANNEL_RESULTS[asked.verdict]],
    ],
    head: [
      '序号',
      '单位',
      '名称',
      '类别',
      '网址',
      '状态',
      '检查结果',
      '连续不合格期数',
      '存在的问题',
      '已查',
      '应查',
      '计入基数',
      '未销号问题',
    ],
    widths: [6, 26, 30, 16, 34, 12, 12, 10, 60, 8, 8, 20, 10],
    rows: rows.map(({ unit, name, kind, url, stateName, result, openProblems }, i) => [
      ...[i + 1, unit.name, name, kind.name, url, stateName],
      ...(result
        ? [
            ...[result.verdictName, result.failedInARow, result.reasons.join('\n'), result.run, result.due],
            result.inBase ? '是' : `否：${result.outside ?? '未注明'}`,
          ]
        : ['本期未统计', null, null, null, null, null]),
      openProblems,
    ]),
  });
}
