import { expect, it } from 'vitest';
import { titleOf } from './title.ts';

const TITLE = '某县人民政府办公室关于2023年一季度政府网站检查情况的通报';

it.each([
  ['alone', [TITLE, '各乡镇：'], TITLE],
  ['under the red head and number', ['某县人民政府办公室文件', '某政办〔2023〕5号', TITLE, '各乡镇：'], TITLE],
  ['under a red head set wide', ['某 县 人 民 政 府 办 公 室 文 件', '某政办〔2023〕5 号　　签发人：某某', TITLE], TITLE],
  ['under a copy number and urgency', ['000012', '特急', '某县人民政府办公室文件', TITLE], TITLE],
  ['organ in a line of its own', ['某县人民政府办公室', '关于2023年一季度政府网站检查情况的通报', '各乡镇：'], TITLE],
  ['broken in the middle', ['某县人民政府办公室关于2023年一季度', '政府网站检查情况的通报', '各乡镇：'], TITLE],
  ['a brief with its issue', ['政务公开工作简报', '第3期（总第27期）', '某县政务公开办　2023年4月2日', '各乡镇：'], '政务公开工作简报'],
  ['a month in brackets', ['政务公开月报（2024年4月）', '编者按：为加强监测。'], '政务公开月报（2024年4月）'],
  ['a title that quotes a paper', ['某县关于《公开条例》落实情况的通报', '各乡镇：'], '某县关于《公开条例》落实情况的通报'],
  ['before a first heading', ['某县政府网站检查', '一、总体情况', '共检查网站3家。'], '某县政府网站检查'],
  ['no title at all', ['本月共发布信息120条。'], '本月共发布信息120条。'],
  ['nothing', [], ''],
])('title %s', (_, lines, expected) => expect(titleOf(lines)).toBe(expected));
