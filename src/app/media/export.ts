import { ACCOUNT_FUNCTIONS, type AccountFunction } from '../../core/account-matter.ts';
import { type AccountsAsked, listedAccounts, listedMenus, listedStatements, MENUS_ONLY } from '../../core/lists/accounts.ts';
import type { Acting } from '../filings/acting.ts';
import { viewStatements } from '../filings/statements.ts';
import { MATTERS_ONLY, type MattersAsked, viewMatters } from '../filings/view-matters.ts';
import type { App } from '../open.ts';
import { viewAccounts } from './accounts.ts';
import { listFile } from './list-file.ts';
import { viewMenus } from './menus.ts';

export async function exportAccounts(
  app: App,
  areaId: string,
  asked: AccountsAsked & { lacks?: AccountFunction | 'unknown' | undefined },
  caller: Acting,
) {
  const { day, rows: all, platforms, rate, period } = await viewAccounts(app, areaId, caller);
  const rows = listedAccounts(all, asked);
  const told = rate.percent === null ? `纳入统计 ${rate.base} 个，均未能认定` : `合格率 ${rate.passing}/${rate.base}，${rate.percent}%`;
  const said = period && rate.base > 0 ? `${period.label}${told}` : '尚无检查结果';
  return listFile(app, areaId, {
    ...{ day, name: '政务新媒体账号', rule: `account-list/1（合格率只计正常运行、已备案的账号，未备案账号另列；${said}）` },
    filters: [
      ['账号、单位、备案号', asked.q],
      ['平台', asked.platform && (platforms.find(({ code }) => code === asked.platform)?.name ?? asked.platform)],
      ['状态', asked.state && (all.find(({ state }) => state.code === asked.state)?.state.name ?? asked.state)],
      ['缺少的功能', asked.lacks && (asked.lacks === 'unknown' ? '功能未登记' : ACCOUNT_FUNCTIONS[asked.lacks])],
    ],
    head: ['单位', '平台', '账号', '状态', '备案号', '备案日期', '用途', '责任人', '联系电话', '功能', '功能登记日', '在办事项'],
    widths: [24, 10, 26, 12, 20, 12, 28, 10, 16, 22, 12, 24],
    rows: rows.map((row) => [
      ...[row.unit.name, row.platform.name, row.name, row.state.name, row.filingNumber, row.filedOn, row.purpose, row.person, row.phone],
      row.functions === null ? '未登记' : row.functions.map((code) => ACCOUNT_FUNCTIONS[code]).join('、') || '无',
      ...[row.functionsOn, row.matter ? `${row.matter.name}：${row.matter.stateName}` : null],
    ]),
  });
}

export async function exportMatters(app: App, areaId: string, asked: MattersAsked, caller: Acting) {
  const { day, kinds, states, rows } = await viewMatters(app, areaId, asked, caller);
  return listFile(app, areaId, {
    ...{ day, name: '账号备案与关停事项', rule: 'account-matter/1（先备案、再开设；关停、注销以办公室接受报备为准）' },
    filters: [
      ['账号、单位', asked.q],
      ['事项类别', asked.kind && (kinds.find(({ code }) => code === asked.kind)?.name ?? asked.kind)],
      ['事项状态', asked.state && (states.find(({ code }) => code === asked.state)?.name ?? asked.state)],
      ['只看', asked.only && MATTERS_ONLY[asked.only]],
    ],
    head: ['事项', '状态', '单位', '平台', '账号', '提出日期', '现状自', '期限', '逾期', '下一步', '审核'],
    widths: [16, 20, 24, 10, 26, 12, 12, 12, 8, 24, 22],
    rows: rows.map((row) => [
      ...[row.kind.name, row.state.name, row.unit.name, row.platform.name, row.name, row.beganOn, row.since, row.dueOn],
      ...[row.overdue ? '逾期' : row.recheckDue ? '应复核' : null, row.next, row.decidedBy],
    ]),
  });
}

export async function exportStatements(
  app: App,
  areaId: string,
  { year, ...asked }: { year?: number | undefined; q?: string | undefined; state?: string | undefined },
  caller: Acting,
) {
  const { day, rows: all, counts, year: of, duties } = await viewStatements(app, areaId, year, caller);
  const rows = listedStatements(all, asked);
  return listFile(app, areaId, {
    ...{ day, name: `${of}年责任书`, rule: `statement/1（${duties.join('、')}，每年签订）` },
    filters: [
      ['名称、单位、责任人', asked.q],
      ['签订情况', asked.state && (counts.find(({ code }) => code === asked.state)?.name ?? asked.state)],
    ],
    head: ['单位', '类别', '名称', '情况', '责任人', '职务', '联系电话', '签订日期', '签订人', '扫描件'],
    widths: [24, 14, 28, 14, 10, 16, 16, 12, 10, 8],
    rows: rows.map((row) => [
      ...[row.unit.name, row.kindName, row.name, row.state.name, row.person, row.post, row.phone, row.signedOn, row.signedBy],
      row.onPaper ? '有' : null,
    ]),
  });
}

export async function exportMenus(
  app: App,
  areaId: string,
  asked: { q?: string | undefined; only?: keyof typeof MENUS_ONLY | undefined },
  caller: Acting,
) {
  const { day, rows: all } = await viewMenus(app, areaId, caller);
  const rows = listedMenus(all, asked);
  return listFile(app, areaId, {
    ...{ day, name: '账号导航栏目', rule: 'menu/1（按每条登记的更新时限和手机屏幕宽度判断；没有日期、没有查看的列为待人工核实）' },
    filters: [
      ['账号、单位', asked.q],
      ['只看', asked.only && MENUS_ONLY[asked.only]],
    ],
    head: ['单位', '平台', '账号', '栏目', '链接', '最新内容日期', '结论', '问题', '查看日期'],
    widths: [24, 10, 26, 26, 40, 14, 12, 50, 12],
    rows: rows.flatMap((row) =>
      row.entries.length === 0
        ? [[row.unitName, row.platformName, row.name, null, null, null, '未查看', null, null]]
        : row.entries.map((entry) => [
            ...[row.unitName, row.platformName, row.name, entry.path.join('—'), entry.target, entry.lastContentOn, entry.verdict.name],
            ...[entry.text ?? (entry.open.join('；') || null), row.checkedOn],
          ]),
    ),
  });
}
