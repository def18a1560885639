import type { DirectoryKind } from '../../disclosure/office-record.ts';
import { type DirectoryChange, directoryChanges } from '../../store/directory.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { readDirectory } from './directory.ts';

/** Acts shown of the whole directory. */
const LATEST = 200;

/** The directory with who last changed each entry by hand, and when; `source` is the file of an entry that was imported. */
export async function viewDirectory(app: App, areaId: string) {
  await areaOf(app, areaId);
  const directory = await readDirectory(app, areaId);
  const changes = await directoryChanges(app.db, areaId, LATEST);
  const lastOf = (id: string) => {
    const last = changes.find(({ recordId }) => recordId === id);
    return { changedBy: last?.byName ?? null, changedAt: last?.at ?? null };
  };
  const units = new Map(directory.units.map(({ id, name }) => [id, name]));
  const about = ({ id, unitId, source }: { id: string; unitId: string | null; source: string }) => ({
    id,
    unitId,
    unit: unitId === null ? null : (units.get(unitId) ?? null),
    source,
    ...lastOf(id),
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
