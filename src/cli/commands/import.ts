import { basename } from 'node:path';
import type { ImportReport } from '../../app/import/import-report.ts';
import { importUpload } from '../../app/import/import-upload.ts';
import { type ImportPreview, previewImport } from '../../app/import/preview-import.ts';
import { writeTemplate } from '../../app/import/template/write-template.ts';
import { undoImport } from '../../app/import/undo-import.ts';
import { readNamed, writeNamed } from '../../app/named-file.ts';
import { withApp } from '../../app/open.ts';
import { withinArea } from '../../app/within-area.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { faultLine, out, outJson } from '../print.ts';

export const command: Command = {
  name: 'import',
  summary: '导入底册、信息量、问题台账、以往的通报（表格、Word、PDF、网页）；或保存的微信、微博网页',
  arguments: '文件',
  count: [0, 1],
  options: {
    area: { value: '地区', help: '文件属于哪个地区，如 安徽省/宣城市/郎溪县' },
    template: { value: '路径', help: '写出空白模板（.xlsx），填好后再导入' },
    preview: { help: '只看会写入什么、哪里有错，不写入' },
    history: { help: '这是以往的通报：把其中的问题载入问题台账' },
    confirmed: { help: '由文字还原的表格已与原文核对' },
    undo: { value: '编号', help: '撤销一次导入（编号见导入结果）' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha import --template 底册模板.xlsx',
    'mingcha import 底册.xlsx --area 安徽省/宣城市/郎溪县',
    'mingcha import 通报数据.json --history',
    'mingcha import 十二月通报.docx --area 郎溪县 --history --preview',
    'mingcha import --undo import_0123abc --area 郎溪县',
    'mingcha import 保存的推文.zip --area 郎溪县',
  ],
  changes: ({ positionals: [file], values: { template, preview, undo, area } }) => {
    if (template !== undefined || (undo === undefined && (preview || file === undefined))) return null;
    if (undo !== undefined && area === undefined)
      throw new MingchaError('usage', '没有写明撤销哪个地区的导入。', '例如：mingcha import --undo import_0123abc --area 郎溪县。');
    return { area: typeof area === 'string' ? area : null, ...(typeof undo === 'string' ? { about: { importId: undo } } : {}) };
  },
  async run(input) {
    const template = textOption(input, 'template');
    if (template !== undefined) {
      await writeNamed(template, await writeTemplate());
      out(`模板已写到 ${template}。按“填写说明”填好后运行：mingcha import ${template} --area 地区名称`);
      return undefined;
    }
    const undo = textOption(input, 'undo');
    if (undo !== undefined) {
      await undoNumbered(input, undo);
      return undefined;
    }
    const [path] = input.positionals;
    if (path === undefined)
      throw new MingchaError(
        'usage',
        '没有写明要导入的文件。',
        '例如：mingcha import 底册.xlsx --area 郎溪县；或先用 --template 写出模板。',
      );
    const bytes = await readNamed(path);
    return withApp(input.config, async (app) => {
      const area = textOption(input, 'area');
      const request = {
        db: app.db,
        fileName: basename(path),
        bytes,
        at: app.now(),
        ...(area ? { areaName: area } : {}),
        choices: { sheets: {}, confirmed: [], allConfirmed: input.values.confirmed === true, history: input.values.history === true },
      };
      if (input.values.preview) {
        const preview = await previewImport(request);
        if (input.values.json) outJson({ ...preview, sheets: preview.sheets.map(({ rows: _rows, ...sheet }) => sheet) });
        else printPreview(preview);
        return preview.faultCount > 0 ? 1 : 0;
      }
      const report = await importUpload({ ...request, blobs: app.blobs });
      if (input.values.json) outJson(report);
      else printReport(report);
      return undefined;
    });
  },
};

/** Takes an import back by its number. */
async function undoNumbered(input: CommandInput, importId: string): Promise<void> {
  const report = await withinArea(input.config, textOption(input, 'area') ?? '', (app, area) =>
    undoImport(app.db, area.id, importId, app.now()),
  );
  if (input.values.json) return outJson(report);
  out(
    `“${report.fileName}”的导入已撤销：移除 ${report.removed} 条，恢复原样 ${report.restored} 条，从台账撤回问题 ${report.problems} 个。`,
  );
}

function printPreview(preview: ImportPreview): void {
  out(`${preview.areaName}：${preview.fileName}，预览，没有写入。`);
  for (const { name, added, changed, unchanged } of preview.counts) out(`  ${name}：将新增 ${added}，更改 ${changed}，不变 ${unchanged}`);
  if (preview.faultCount > 0) out(`  错误 ${preview.faultCount} 处：`);
  for (const fault of preview.faults) out(`    ${faultLine(fault)}`);
  for (const warning of preview.warnings) out(`  提示：${warning}`);
  for (const question of preview.questions) out(`  待核实：${question}`);
}

function printReport(report: ImportReport): void {
  out(`${report.areaName}：${report.fileName} 已导入（编号 ${report.importId}）。`);
  for (const { name, added, changed, unchanged } of report.sheets) out(`  ${name}：新增 ${added}，更改 ${changed}，不变 ${unchanged}`);
  for (const warning of report.warnings) out(`  提示：${warning}`);
  for (const question of report.questions) out(`  待核实：${question}`);
}
