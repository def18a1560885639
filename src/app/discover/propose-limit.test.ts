import { expect, it } from 'vitest';
import { classOfColumn } from '../../subjects/column-library.ts';
import { proposeLimit } from './propose-limit.ts';

it.each([
  ['政务公开—工作动态', 'P14D'],
  ['新闻中心—部门要闻', 'P14D'],
  ['通知公告', 'P6M'],
  ['政府文件', 'P6M'],
  ['双随机一公开', 'P1Y'],
  ['财政专项资金—制度文件', 'P6M'],
  ['财政信息—部门预算', 'P1Y'],
  ['爱国卫生运动', null],
  ['机构职能', null],
])('%s: %s, never without its source', (name, limit) => {
  const path = name.split('—');
  const proposal = proposeLimit(path, classOfColumn(path));
  expect(proposal.limit).toBe(limit);
  expect(proposal.basis === null).toBe(limit === null);
});
