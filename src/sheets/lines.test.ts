import { describe, expect, it } from 'vitest';
import { groupLines } from './lines.ts';

const col = (state: 'over' | 'soon', limit: string, ...path: string[]) => ({
  level: state === 'over' ? ('problem' as const) : ('warning' as const),
  category: state === 'over' ? 'column_overdue' : 'column_due_soon',
  text: `单条：${path.join('—')}`,
  measured: { path: path.join('—'), parent: path.length > 1 ? path.slice(0, -1).join('—') : null, limit },
});
const FUND = ['财政资金', '财政专项资金管理和使用情况'];

describe('groupLines, as attachment 1 of the 郎溪 notice words its rows', () => {
  it.each([
    ['one column', [col('over', 'P1Y', '双随机一公开')], ['“双随机一公开”栏目超过1年未更新']],
    [
      'overdue before due soon',
      [col('soon', 'P6M', '本级政策解读', '负责人解读'), col('over', 'P1Y', '双随机一公开')],
      ['“双随机一公开”栏目超过1年未更新', '“本级政策解读—负责人解读”栏目即将超过半年未更新'],
    ],
    [
      'two of one limit share a line',
      [col('over', 'P6M', '本级政策解读', '其他解读'), col('over', 'P6M', '政策解读', '上级政策解读')],
      ['“本级政策解读—其他解读”、“政策解读—上级政策解读”栏目超过半年未更新'],
    ],
    [
      'limits stay apart',
      [
        col('over', 'P6M', '财政专项资金', '制度文件'),
        col('over', 'P1Y', '财政专项资金', '财政专项资金管理和使用情况'),
        col('over', 'P6M', '本级政策解读', '负责人解读'),
      ],
      [
        '“财政专项资金—制度文件”、“本级政策解读—负责人解读”栏目超过半年未更新',
        '“财政专项资金—财政专项资金管理和使用情况”栏目超过1年未更新',
      ],
    ],
    [
      'three children of one parent are counted',
      [
        col('over', 'P1Y', '政府领导', '领导简介'),
        ...['甲', '乙', '丙'].map((name) => col('over', 'P6M', ...FUND, name)),
        col('over', 'P6M', '征地补偿', '征收土地公告'),
      ],
      ['“政府领导—领导简介”栏目超过1年未更新', '“财政资金—财政专项资金管理和使用情况”3个子栏目、“征地补偿—征收土地公告”栏目超过半年未更新'],
    ],
    [
      'nothing but children',
      ['甲', '乙', '丙'].map((name) => col('over', 'P6M', ...FUND, name)),
      ['“财政资金—财政专项资金管理和使用情况”3个子栏目超过半年未更新'],
    ],
    [
      'two children keep their names',
      ['甲', '乙'].map((name) => col('over', 'P6M', '政策', name)),
      ['“政策—甲”、“政策—乙”栏目超过半年未更新'],
    ],
    [
      'top-level columns have no parent to count under',
      ['甲', '乙', '丙'].map((name) => col('over', 'P6M', name)),
      ['“甲”、“乙”、“丙”栏目超过半年未更新'],
    ],
    [
      'children in different states are not counted together',
      [...['甲', '乙'].map((name) => col('over', 'P6M', '政策', name)), col('soon', 'P6M', '政策', '丙')],
      ['“政策—甲”、“政策—乙”栏目超过半年未更新', '“政策—丙”栏目即将超过半年未更新'],
    ],
  ])('%s', (_name, findings, lines) => {
    expect(groupLines(findings)).toEqual(lines);
  });
  it('leaves other findings as they are, equal ones once', () => {
    const other = { level: 'problem' as const, category: 'site_mark_missing', text: '缺少备案号', measured: {} };
    expect(groupLines([other, other, col('over', 'P6M', '甲')])).toEqual(['缺少备案号', '“甲”栏目超过半年未更新']);
  });
});
