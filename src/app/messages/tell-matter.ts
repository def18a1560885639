import { MATTER_ACTS, MATTER_KINDS, MATTER_STATES } from '../../core/account-matter.ts';
import { chineseDate } from '../../core/date.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import type { AccountMatter, MatterEvent, MatterStanding } from '../../subjects/account-matter.ts';
import { rolesToAct } from '../../subjects/matter-table.ts';
import { unitPost } from './unit-post.ts';
import { type MessageDraft, OFFICE, writeMessages } from './write-messages.ts';

/**
 * Tells whoever is to take the next step in a matter of an account (seeds R05-R08), and its unit of every step that others
 * took; nobody of what they did themselves. In the transaction of the act. What a city's office decides stands in the inbox of
 * the city.
 */
export async function tellOfMatter(db: Db, matter: AccountMatter, event: MatterEvent, { state, dueOn }: MatterStanding): Promise<void> {
  const { areaId, id, kind, unitId, supervisorId, subject, decidingAreaId } = matter;
  const next = rolesToAct(kind, state);
  const { role } = event.by;
  const due = dueOn === null ? [] : [`期限：${chineseDate(dueOn)}`];
  const draft: MessageDraft = {
    ...{ kind: 'matter', cause: `matter:${id}:${event.seq}`, title: `${MATTER_KINDS[kind]}“${subject.name}”：${MATTER_STATES[state]}` },
    body: [`${event.by.name}：${MATTER_ACTS[event.act]}${event.note === null ? '' : `（${event.note}）`}`, ...due].join('\n'),
    ...{ link: `/areas/${areaId}/accounts?view=matters&matter=${id}`, urgent: false, confidential: false, at: event.at },
  };
  const units = new Map((await listUnits(db, areaId)).map((unit) => [unit.id, unit.name]));
  const post = await unitPost(db, areaId);
  const tellUnit = (who: string) => writeMessages(db, areaId, draft, post.addresseesOf({ id: who, name: units.get(who) ?? who }));
  if (role !== 'unit') await tellUnit(unitId);
  if (next.includes('supervisor')) {
    if (supervisorId !== null && role !== 'supervisor') await tellUnit(supervisorId);
  } else if (next.includes('office') && !next.includes('unit') && role !== 'office')
    await writeMessages(db, state === 'with_office' ? decidingAreaId : areaId, draft, [{ name: OFFICE }]);
}
