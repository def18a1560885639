import { importUpload } from '../../src/app/import/import-upload.ts';
import { workbook } from '../../src/app/import/testing/workbooks.ts';
import { recordFunctions } from '../../src/app/media/accounts.ts';
import { saveMatrix } from '../../src/app/media/matrices.ts';
import type { App } from '../../src/app/open.ts';
import { upsertAccounts } from '../../src/store/accounts.ts';
import { listUnits } from '../../src/store/units.ts';
import type { Account, Platform } from '../../src/subjects/channel.ts';
import { accountId } from '../../src/subjects/channel.ts';
import { assessedYear } from '../support/assessed-year.ts';
import { WORLD } from '../support/store-world.ts';

const LONG = '某县第三届冬枣文化旅游节暨农产品产销对接大会筹备工作领导小组办公室官方政务微信公众平台';
const PLATFORMS: readonly Platform[] = ['wechat', 'weibo', 'douyin', 'toutiao', 'wechat_channels', 'app'];
const NEWS = '白水县召开冬季森林防火工作会议';

export interface AccountsWorld {
  areaId: string;
  /** The unit whose person signs in. */
  unitId: string;
  /** Six accounts of one unit, a matrix. */
  matrix: readonly Account[];
}

/** 44 units with an account each, one of them unfiled; six more of the first unit that form a matrix; posts, activities, forms. */
export async function accountsWorld(app: App): Promise<AccountsWorld> {
  const { areaId, unitIds } = await assessedYear(app, 44);
  const units = await listUnits(app.db, areaId);
  const account = (unit: { id: string; name: string }, name: string, platform: Platform, rest: Partial<Account> = {}): Account => ({
    ...{ ...WORLD.account, id: accountId(areaId, platform, name, unit.name), unitId: unit.id, name, platform },
    ...{
      adapter: 'sheet',
      feedUrl: null,
      filingNumber: `白政媒备〔2021〕${name.length}号`,
      level: unit.name.endsWith('镇') ? '乡镇' : '县级部门',
    },
    ...rest,
  });
  const own = units.map((unit, i) =>
    account(unit, i === 3 ? LONG : `${unit.name}发布`, 'wechat', i === 5 ? { filing: 'unfiled', filedOn: null, filingNumber: null } : {}),
  );
  const [first] = units as [(typeof units)[number]];
  const matrix = PLATFORMS.map((platform) => account(first, `白水矩阵${platform}`, platform));
  await upsertAccounts(app.db, [...own, ...matrix]);
  const office = { role: 'office', name: '王敏', unitId: null, areaId, scope: { units: null, categories: null } } as const;
  for (const [i, { id }] of matrix.entries())
    await recordFunctions(app, areaId, id, i % 2 === 0 ? ['publish', 'spread'] : ['publish', 'interact'], office);
  await saveMatrix(app, areaId, { id: undefined, name: '县城全媒体矩阵', channelIds: matrix.map(({ id }) => id) }, office);
  await importUpload({
    ...{ db: app.db, blobs: app.blobs, areaName: WORLD.county.name, fileName: '新媒体.xlsx', at: '2022-12-27T01:00:00.000Z' },
    bytes: workbook({
      发布记录: [
        ['账号名称', '平台', '发布日期', '标题', '截至日期'],
        ...['微信', '微博', '抖音', '头条号'].map((platform, i) => [
          matrix[i]?.name ?? '',
          platform,
          `2022-12-${20 + i}`,
          NEWS,
          '2022-12-27',
        ]),
        [matrix[4]?.name ?? '', '视频号', '2022-12-02', '白水县政务服务中心便民举措', '2022-12-27'],
        [matrix[5]?.name ?? '', 'APP', '2022-12-03', '白水县政务服务中心放假安排', '2022-12-27'],
      ],
      活动: [
        ['活动名称', '活动日期', '主办单位'],
        ['冬季森林防火工作会议', '2022-12-19', first.name],
        ['第三届冬枣文化旅游节开幕式', '2022-12-05', first.name],
      ],
      优质作品: [
        ['账号名称', '平台', '发布日期', '表现形式', '链接'],
        ...['海报', '漫画', '直播'].map((form, i) => [matrix[0]?.name ?? '', '微信', `2022-12-1${i}`, form, '']),
      ],
      转载任务: [
        ['标题', '发布时间', '转载期限'],
        [NEWS, '2022-12-20 08:00', '24小时'],
      ],
      互动情况: [
        ['账号名称', '平台', '期间', '咨询次数', '线索'],
        [matrix[0]?.name ?? '', '微信', '2022-12', '4500余', '12'],
      ],
    }),
  });
  return { areaId, unitId: unitIds[0] ?? '', matrix };
}
