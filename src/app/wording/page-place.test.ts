import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../extract/index.ts';
import type { Column, ColumnClass } from '../../subjects/column.ts';
import { parsePlaces } from '../../text/place/place.ts';
import { placeProfile } from '../../text/place/place-profile.ts';
import { readPlaces } from '../../text/place/read-places.ts';
import { placeContextOf } from './page-place.ts';

const PLACES = parsePlaces(readFileSync(new URL('../../text/data/places.tsv', import.meta.url), 'utf8'));
const XINFENG = placeProfile(PLACES, '信丰县', ['江西省']);
const column = (kind: ColumnClass, ...path: string[]): Pick<Column, 'class' | 'path'> => ({ class: kind, path });
const html = (title: string, words: string, source = ''): string =>
  `<html><head><title>${title}</title><meta name="ContentSource" content="${source}"></head><body><h1>${title}</h1><p>发布日期：2024-04-09</p>` +
  `${words
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;

function read(page: string, of: 'article' | 'list', where: Pick<Column, 'class' | 'path'> | null): string[] {
  const reading = readPage(Buffer.from(page), { url: 'http://www.example.gov.cn/1.html' });
  const context = placeContextOf(reading, { of: of as 'article', column: where }, reading.article?.title ?? null);
  return readPlaces({ text: reading.text, ...context }, XINFENG).map(({ found, files }) => `${found}${files ? '' : '?'}`);
}

/** Tells of another county twice and of the own one nowhere, in words that a visit need not hold. */
const VISIT = '县领导在大余县看了脐橙基地。\n大余县有关负责人介绍了情况，大家边走边看，收获很大。';

describe('what layer L3 is told of a page', () => {
  it.each<[string, string, Pick<Column, 'class' | 'path'> | null, string[]]>([
    ['a visit in a column of news', html('看产业 谋发展', VISIT, '大余县人民政府办公室'), column('news', '政务动态'), []],
    ['the same words elsewhere, for a person', html('看产业 谋发展', VISIT), column('notices', '通知公告'), ['大余县?']],
    ['the same words in no column, for a person', html('看产业 谋发展', VISIT), null, ['大余县?']],
    ['a row of a catalogue', html('正平镇养老服务', '章贡区民政部门办理。'), column('other', '正平镇', '公开标准目录'), ['章贡区']],
    [
      'the same row in a section that is called a catalogue',
      html('正平镇养老服务', '章贡区民政部门办理。'),
      column('other', '信息公开目录'),
      [],
    ],
    ['address in a column of guides', html('联系我们', '办公地址：赣州市章贡区长征大道1号'), column('guide', '公开指南'), ['赣州市章贡区']],
    ['address elsewhere, for a person', html('联系我们', '办公地址：赣州市章贡区长征大道1号'), column('other', '机构'), ['赣州市章贡区?']],
    [
      'source in the tags of a notice',
      html('关于停水的事', '大余县供水单位。', '大余县人民政府办公室'),
      column('notices', '公告'),
      ['大余县?'],
    ],
    ['source in the tags of a reprint', html('关于停水的事', '大余县供水单位。', '大余县融媒体中心'), column('notices', '公告'), []],
  ])('%s', (_what, page, where, expected) => expect(read(page, 'article', where)).toEqual(expected));

  it('a list of headlines is read as news, whatever its column', () =>
    expect(read(html('大余县公开标准目录', VISIT), 'list', column('other', '标准目录'))).toEqual([]));
});
