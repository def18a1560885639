import { putFunctions } from '../../src/store/account-profiles.ts';
import { insertMatter, insertProof } from '../../src/store/filings.ts';
import { putMatrix } from '../../src/store/matrices.ts';
import { insertMenuCheck, insertMenuPicture } from '../../src/store/menus.ts';
import type { Db } from '../../src/store/schema.ts';
import { insertStatement } from '../../src/store/statements.ts';

/** A row in every table of accounts' filing and upkeep; `words` may be anything an office types. */
export async function fillFilings(
  db: Db,
  of: { areaId: string; unitId: string; accountId: string },
  at: string,
  words: string,
): Promise<void> {
  const { areaId, unitId, accountId } = of;
  const subject = { platform: 'wechat', name: words, purpose: words, person: words, phone: words, reason: words } as const;
  const head = { areaId, id: 'am', kind: 'cancel', unitId, supervisorId: unitId, decidingAreaId: areaId, accountId, subject } as const;
  const by = { role: 'unit', unitId, name: words } as const;
  const event = { matterId: 'am', seq: 1, act: 'asked', at, day: '2022-12-27', by, note: words, data: { subject } } as const;
  const standing = { state: 'with_office', since: '2022-12-27', dueOn: null } as const;
  await insertMatter(db, { ...head, problemIds: ['p'], beganOn: '2022-12-27' }, event, standing);
  const file = { kind: 'png', bytes: 1, blob: 'a'.repeat(64), addedBy: words, addedAt: at } as const;
  await insertProof(db, { areaId, matterId: 'am', id: 'ap', fileName: words, pictureHash: 'b'.repeat(64), ...file });
  await insertMenuPicture(db, { areaId, accountId, id: 'mp', ...file });
  const seen = { opens: 'yes', lastContentOn: null, limit: 'P6M', screenWidth: 390, neededWidth: 980, shownWhole: null } as const;
  const entry = { path: [words], target: null, ...seen, pictureId: 'mp' };
  await insertMenuCheck(db, { areaId, accountId, id: 'mc', day: '2022-12-27', entries: [entry], byName: words, at });
  await putFunctions(db, { areaId, accountId }, { functions: ['publish'], functionsOn: '2022-12-27', functionsBy: words });
  const signed = { signedOn: '2022-12-27', signedBy: words, blob: null, kind: null };
  const person = { person: words, post: null, phone: null, namedBy: words, namedAt: at };
  await insertStatement(db, { areaId, channelId: accountId, year: 2022, seq: 1, ...person, ...signed });
  await putMatrix(db, { areaId, id: 'mm', name: words, channelIds: [accountId, words], savedBy: words, savedAt: at });
}
