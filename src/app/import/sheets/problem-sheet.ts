import { categoryOf, quotedPaths, readTimes, splitProblems } from '../problems/read-text.ts';
import { nameKey } from '../words/fold.ts';
import type { SheetSpec } from './spec.ts';
import { CATEGORY_WORDS, OTHER_PLATFORMS, PLATFORM_WORDS, RECTIFIED_WORDS } from './words.ts';

/** Cells that say there is nothing to report. */
const NOTHING = /^(无|无问题|\/|-+|—+|没有|暂无|未发现问题|合格|正常)$/;

/** 问题台账: one problem a row, or one unit a row with all its problems in one cell as notices print them. */
export const PROBLEM_SHEET: SheetSpec = {
  id: 'problem',
  title: '问题台账',
  synonyms: ['问题清单', '台账', '整改台账', '问题整改台账', '问题清单台账', '监测问题清单', '问题列表', '突出问题名单'],
  purpose: '已经发现的问题，一个问题一行；载入后进入问题台账，连同交办、整改、销号的情况。',
  ignored: ['检查结果', '巡查结果', '是否单项否决', '级别', '文号', '标题', '整改措施', '责任人', '联系人', '联系电话', '扣分', '截图'],
  fields: {
    unit: {
      title: '责任单位',
      synonyms: ['单位名称', '单位', '主办单位', '地区（单位）', '整改单位', '牵头起草部门', '问题单位', '存在问题单位'],
      required: true,
      hint: '名称要能在“单位”表里找到。',
      examples: ['县住建局', '大河镇'],
      width: 22,
    },
    text: {
      title: '存在的问题',
      synonyms: [
        '问题',
        '突出问题',
        '存在问题',
        '存在突出问题',
        '存在的突出问题',
        '监测发现的突出问题',
        '发现的问题',
        '问题描述',
        '问题内容',
        '具体问题',
        '问题情况',
      ],
      required: true,
      hint: '写明是什么问题；一格里有几个问题的，用分号隔开或分行写。',
      examples: ['“双随机一公开”栏目超过1年未更新', '超过两周未更新，最新更新时间为2022年12月1日'],
      width: 50,
    },
    category: {
      title: '问题类别',
      synonyms: ['问题类型', '类型', '问题分类'],
      // Too many for a drop-down: Excel takes 255 characters.
      hint: '如：栏目超期未更新、不可用链接、文字错误；不填则按问题的文字归类。',
      examples: ['栏目超期未更新', '新媒体超期未更新'],
      width: 20,
    },
    name: {
      title: '网站或账号',
      synonyms: ['网站名称', '账号名称', '政务新媒体名称', '政务新媒体账号名称', '新媒体名称', '网站', '账号', '网站（账号）名称'],
      hint: '问题所在的网站或账号；单位只有一个信息公开网站的，栏目问题可以不填。',
      examples: ['', '大河发布'],
      width: 24,
    },
    platform: {
      title: '平台',
      synonyms: ['账号平台', '平台类型', '类别', '新媒体类型'],
      hint: '同名账号在几个平台上的，写明平台。',
      values: PLATFORM_WORDS.names,
      examples: ['', '微信'],
      width: 10,
    },
    path: {
      title: '栏目路径',
      synonyms: ['栏目', '栏目名称', '问题位置', '所在栏目'],
      hint: '栏目问题写到具体栏目；问题里已用引号写出的可以不填。',
      examples: ['双随机一公开', ''],
      width: 26,
    },
    url: {
      title: '网址',
      synonyms: ['问题网址', '问题链接', '链接', '页面地址', 'URL'],
      hint: '问题所在页面的地址。',
      examples: ['', ''],
      width: 30,
    },
    found: {
      title: '发现日期',
      synonyms: ['发现时间', '检查日期', '检查时间', '监测日期', '监测时间', '通报日期', '巡查时间'],
      hint: '如 2022-12-27。',
      examples: ['2022-12-27', '2022-12-27'],
      width: 14,
    },
    handed: {
      title: '交办日期',
      synonyms: ['交办时间', '下发日期', '转办日期', '反馈日期'],
      hint: '交给责任单位的日期；还没有交办的不填。',
      examples: ['2022-12-28', ''],
      width: 14,
    },
    due: {
      title: '整改期限',
      synonyms: ['整改时限', '要求整改日期', '要求完成时间', '整改截止日期', '限期', '完成时限'],
      hint: '应当整改完成的最后一天。',
      examples: ['2023-01-05', ''],
      width: 14,
    },
    rectified: {
      title: '整改情况',
      synonyms: ['是否整改', '整改状态', '整改结果', '状态', '是否完成整改', '是否销号', '销号情况'],
      hint: '从下拉列表选择；还没有复核的不填。',
      values: RECTIFIED_WORDS.names,
      examples: ['未整改', ''],
      width: 12,
    },
    rectifiedOn: {
      title: '整改日期',
      synonyms: ['整改时间', '复核日期', '销号日期', '完成日期', '整改完成时间', '整改完成日期'],
      hint: '复核或销号的日期。',
      examples: ['', ''],
      width: 14,
    },
  },
  read(row, drafts, { today, until }) {
    // A unit without a problem is listed with a blank cell; whoever names a kind of problem or a page forgot the words.
    if (row.cell('text').text === '' && row.cell('text').defect === null) {
      if (row.cell('category').text !== '' || row.cell('url').text !== '') row.fault('text', '写了问题类别或网址，没有写是什么问题');
      return;
    }
    const whole = row.lines('text');
    const unit = row.name('unit');
    if (whole === undefined || NOTHING.test(row.cell('text').text)) return;
    const stated = row.choice('category', CATEGORY_WORDS);
    const platformText = row.cell('platform').text;
    const rest = {
      channel: row.name('name'),
      platform: OTHER_PLATFORMS.some((name) => nameKey(name) === nameKey(platformText))
        ? ('other' as const)
        : row.choice('platform', PLATFORM_WORDS),
      path: row.path('path'),
      url: row.url('url'),
      handedOn: row.date('handed'),
      dueOn: row.date('due'),
      rectified: row.choice('rectified', RECTIFIED_WORDS),
      rectifiedOn: row.date('rectifiedOn'),
    };
    const foundOn = row.date('found');
    if (foundOn !== undefined && foundOn > today) row.fault('found', `晚于导入当天 ${today}，应是已经发现的问题`);
    for (const [field, day] of [
      ['handed', rest.handedOn],
      ['due', rest.dueOn],
      ['rectifiedOn', rest.rectifiedOn],
    ] as const)
      if (day !== undefined && foundOn !== undefined && day < foundOn) row.fault(field, `早于发现日期 ${foundOn}，应不早于它`);
    if (unit === undefined) return;
    for (const text of splitProblems(whole, rest.channel !== undefined)) {
      const category = stated ?? categoryOf(text, rest.channel !== undefined);
      if (category === null) {
        row.fault('text', `看不出“${text.slice(0, 20)}”属于哪一类问题，请加“问题类别”列填写类别`);
        continue;
      }
      const times = readTimes(text, foundOn ?? until);
      const quoted = quotedPaths(text, category);
      for (const path of rest.path !== undefined || quoted.length === 0 ? [rest.path] : quoted) {
        drafts.problems.push({
          ...rest,
          place: row.place,
          unit,
          category,
          text,
          path,
          foundOn: foundOn ?? times.foundOn,
          lastUpdate: times.lastUpdate,
          limit: times.limit,
        });
      }
    }
  },
};
