import { canonicalJson } from '../../core/canonical-json.ts';
import type { DirectoryKind } from '../../disclosure/office-record.ts';
import { type DirectoryChange, directoryChanges } from '../../store/directory.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { readDirectory } from './directory.ts';

/** Source of an entry that a workbook has changed after a person had. */
const OVERWRITTEN = '人工登记后又由表格导入';
/** Acts shown of the whole directory. */
const LATEST = 200;

/** The directory with who last changed each entry by hand, and when; `source` is the file an entry was imported from. */
export async function viewDirectory(app: App, areaId: string) {
  await areaOf(app, areaId);
  const directory = await readDirectory(app, areaId);
  const changes = await directoryChanges(app.db, areaId, LATEST);
  // What an import has written over since is no person's word any more.
  const originOf = ({ id, source, data }: { id: string; source: string; data: unknown }) => {
    const last = changes.find(({ recordId }) => recordId === id);
    const stands = last !== undefined && canonicalJson(last.after?.data ?? null) === canonicalJson(data);
    if (stands) return { source, changedBy: last.byName, changedAt: last.at };
    return { source: last === undefined ? source : OVERWRITTEN, changedBy: null, changedAt: null };
  };
  const units = new Map(directory.units.map(({ id, name }) => [id, name]));
  const about = (record: { id: string; unitId: string | null; source: string; data: unknown }) => ({
    id: record.id,
    unitId: record.unitId,
    unit: record.unitId === null ? null : (units.get(record.unitId) ?? null),
    ...originOf(record),
  });
  return {
    units: directory.units.map(({ id, name, activeTo }) => ({ id, name, ended: activeTo !== null })),
    contacts: Object.values(directory.contacts).map((record) => ({ ...about(record), fields: { ...record.data.fields } })),
    hall: directory.hall === null ? null : { ...about(directory.hall), fields: { ...directory.hall.data.fields } },
    postHolders: directory.postHolders.map((record) => ({ ...about(record), ...record.data })),
    formerNames: directory.formerNames.map((record) => ({ ...about(record), ...record.data })),
    changes: changes.map((change) => wordsOf(change, units)),
  };
}

const KIND_NAMES: Record<DirectoryKind, string> = { contact: '指南登记信息', 'post-holder': '任职人员', 'former-name': '单位曾用名' };

function wordsOf({ recordId, kind, at, byName, before, after }: DirectoryChange, units: ReadonlyMap<string, string>) {
  const act = before === null ? '新增' : after === null ? '删除' : '修改';
  return {
    recordId,
    kindName: KIND_NAMES[kind as DirectoryKind] ?? kind,
    unit: units.get((after ?? before)?.unitId ?? '') ?? null,
    act,
    at,
    by: byName,
    before: before?.data ?? null,
    after: after?.data ?? null,
  };
}
