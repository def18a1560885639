import { dateAt } from '../../core/date.ts';
import { GUIDE_FIELD_CODES, GUIDE_FIELDS } from '../../core/guide-field.ts';
import { DIRECTORY_VIEWS, type DirectoryView, listedContacts, listedFormerNames, listedPeople } from '../../core/lists/directory.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { guidesToUpdate } from './guides-to-update.ts';
import { viewDirectory } from './view-directory.ts';

/** Where an entry comes from: the file, or who wrote it and when. */
const originOf = ({ source, changedBy, changedAt }: { source: string; changedBy: string | null; changedAt: string | null }): string =>
  changedBy && changedAt ? `${changedBy} ${dateAt(changedAt)}` : source;

/** Which list of 单位名录 is narrowed, and how; the words of one list say nothing of another. */
export interface DirectoryAsked {
  view?: DirectoryView | undefined;
  q?: string | undefined;
  only?: 'none' | undefined;
}

/** 单位名录 as a workbook, a sheet each of what guides should say, the guides that say otherwise, post-holders and former names. */
export async function directoryFile(app: App, areaId: string, { view = 'contacts', q, only }: DirectoryAsked) {
  const { name } = await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  const { units, contacts, hall, postHolders, formerNames } = await viewDirectory(app, areaId);
  const guides = await guidesToUpdate(app, areaId);
  const byUnit = new Map(contacts.map((contact) => [contact.unitId, contact]));
  const wordsOf = (of: DirectoryView): string | undefined => (of === view ? q : undefined);
  const lines = [{ name: '政务服务厅（各单位共用）', ended: false, contact: hall }]
    .concat(units.map(({ id, name: label, ended }) => ({ name: label, ended, contact: byUnit.get(id) ?? null })))
    .filter(({ ended, contact }) => !ended || contact !== null);
  const listed = listedContacts(lines, { q: wordsOf('contacts'), only: view === 'contacts' ? only : undefined });
  const people = listedPeople(postHolders, wordsOf('people'));
  const former = listedFormerNames(formerNames, wordsOf('former-names'));
  const notes = (of: DirectoryView, rows: readonly unknown[], what = DIRECTORY_VIEWS[of]) => [
    `${name}${what}`,
    `统计截止：${day}　共 ${rows.length} 行`,
    '规则版本：directory/1（指南与登记逐项比对，登记为空的不比对）',
    filterNote([
      ['查找', wordsOf(of)],
      ['只看', of === 'contacts' && view === of && only === 'none' ? '尚未登记的' : null],
    ]),
  ];
  const bytes = await listWorkbook([
    {
      ...{ name: '指南登记信息', notes: notes('contacts', listed) },
      head: ['单位', ...Object.values(GUIDE_FIELDS), '来源或最后修改'],
      widths: [30, ...GUIDE_FIELD_CODES.map(() => 22), 26],
      rows: listed.map(({ name: label, contact }) => [
        label,
        ...GUIDE_FIELD_CODES.map((code) => contact?.fields[code] ?? null),
        contact ? originOf(contact) : '尚未登记',
      ]),
    },
    {
      ...{ name: '待更新的指南', notes: notes('guides', guides) },
      head: ['单位', '栏目', '网址', '查看日期', '项目', '指南写的', '登记的'],
      widths: [30, 24, 40, 12, 16, 30, 30],
      rows: guides.flatMap(({ unit, column, url, seenAt, fields }) =>
        fields.map((field) => [unit, column, url, dateAt(seenAt), field.name, field.found, field.expected]),
      ),
    },
    {
      ...{ name: '任职人员', notes: notes('people', people) },
      head: ['单位', '姓名', '职务', '起', '止', '来源或最后修改'],
      widths: [30, 12, 24, 12, 12, 26],
      rows: people.map((row) => [row.unit, row.name, row.post, row.from, row.to, originOf(row)]),
    },
    {
      ...{ name: '单位曾用名', notes: notes('former-names', former) },
      head: ['曾用名', '用到', '现名称', '来源或最后修改'],
      widths: [34, 12, 34, 26],
      rows: former.map((row) => [row.name, row.until, row.now, originOf(row)]),
    },
  ]);
  return { bytes, fileName: fileNameOf(`${name}单位名录（${day}）`, 'xlsx') };
}
