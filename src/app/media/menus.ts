import { fingerprintOf } from '../../checks/lib/result.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import { isLimit } from '../../core/limit.ts';
import { MENU_FAULTS } from '../../core/menu-fault.ts';
import { isPicture } from '../../ledger/proof.ts';
import { findMenuPicture, insertMenuCheck, insertMenuPicture, latestMenuChecks } from '../../store/menus.ts';
import { readRegister } from '../../store/register.ts';
import { type Account, PLATFORM_NAMES, stateOn } from '../../subjects/channel.ts';
import { judgeEntry, type MenuEntry } from '../../subjects/menu.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { type Acting, unitsOf } from '../filings/acting.ts';
import { raiseProblem } from '../filings/raise-problem.ts';
import type { App } from '../open.ts';
import { checkProofFile } from '../rectify/check-proof-file.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { kindName } from '../views/words.ts';
import { accountWithin } from './accounts.ts';

const VERDICT_NAMES = { pass: '正常', fail: '有问题', 'cannot-tell': '待人工核实' } as const;

/** 导航栏目 of every account in operation within the scope, as last read: entries with what is wrong (seeds M12). */
export async function viewMenus(app: App, areaId: string, caller: Acting) {
  await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  const scope = unitsOf(caller);
  const [{ accounts, units }, checks] = await Promise.all([readRegister(app.db, areaId), latestMenuChecks(app.db, areaId)]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const read = new Map(checks.map((check) => [check.accountId, check]));
  const rows = accounts
    .filter((account) => stateOn(account.states, day) === 'in_operation' && (scope === null || scope.includes(account.unitId)))
    .map((account) => {
      const check = read.get(account.id);
      const entries = (check?.entries ?? []).map((entry) => entryLine(entry, check?.day ?? day));
      return {
        accountId: account.id,
        name: account.name,
        platformName: kindName(account.platform),
        unitName: names.get(account.unitId) ?? account.unitId,
        checkId: check?.id ?? null,
        checkedOn: check?.day ?? null,
        checkedBy: check?.byName ?? null,
        faulty: entries.filter(({ verdict }) => verdict.code === 'fail').length,
        entries,
      };
    });
  return { day, faults: Object.entries(MENU_FAULTS).map(([code, name]) => ({ code, name })), rows };
}

function entryLine(entry: MenuEntry, day: string) {
  const { verdict, faults, text, open } = judgeEntry(entry, day);
  return {
    ...{ ...entry, path: [...entry.path] },
    verdict: { code: verdict, name: VERDICT_NAMES[verdict] },
    faults: faults.map((code) => ({ code, name: MENU_FAULTS[code] })),
    text,
    open: [...open],
  };
}

/** Keeps a reading of an account's menu as of today. @throws bad-input naming the entry that says nothing sound. */
export async function keepMenuCheck(app: App, areaId: string, accountId: string, entries: readonly MenuEntry[], caller: Acting) {
  await accountWithin(app, areaId, accountId, caller);
  const day = await todayOf(app, areaId);
  const seen = new Set<string>();
  for (const [i, { path, lastContentOn, limit, pictureId }] of entries.entries()) {
    const name = path.join('—');
    const wrong =
      (seen.has(name) && '与前面一条重名') ||
      (limit !== null && !isLimit(limit) && '更新时限写得不对') ||
      (pictureId !== null && !(await findMenuPicture(app.db, areaId, accountId, pictureId)) && '的截图不是这个账号的') ||
      (lastContentOn !== null && lastContentOn > day && `内容日期 ${lastContentOn} 在今天以后`);
    if (wrong)
      throw new MingchaError('bad-input', `第 ${i + 1} 条“${name}”${wrong}。`, '请改正后保存。', {
        faults: [{ row: i + 1, field: '导航栏目', value: name, message: wrong }],
      });
    seen.add(name);
  }
  const at = app.now();
  await insertMenuCheck(app.db, { areaId, accountId, id: stableId('menu', accountId, at), day, entries, byName: caller.name, at });
}

/** Keeps a screenshot of an entry on a telephone. */
export async function addMenuPicture(app: App, areaId: string, accountId: string, bytes: Uint8Array, caller: Acting) {
  await accountWithin(app, areaId, accountId, caller);
  const { kind } = await checkProofFile(bytes, ['png', 'jpg']);
  const id = stableId('shot', accountId, sha256(bytes));
  const blob = await app.blobs.put(bytes);
  await insertMenuPicture(app.db, { areaId, accountId, id, kind, bytes: bytes.length, blob, addedBy: caller.name, addedAt: app.now() });
  return { id };
}

/** The picture of a menu as it was seen on a telephone. @throws not-found. */
export async function readMenuPicture(app: App, areaId: string, accountId: string, id: string, caller: Acting) {
  await accountWithin(app, areaId, accountId, caller);
  const picture = await findMenuPicture(app.db, areaId, accountId, id);
  if (!picture) throw new MingchaError('not-found', '没有这张截图。', '请刷新后重新选择。');
  return { bytes: await app.blobs.get(picture.blob), fileName: `导航栏目截图.${picture.kind}`, picture: isPicture(picture.kind) };
}

/** Raises every faulty entry of an account's last reading as a problem (导航栏目问题). Answers how many. */
export async function raiseMenuFaults(app: App, areaId: string, accountId: string, caller: Acting): Promise<number> {
  const account = await accountWithin(app, areaId, accountId, caller);
  const check = (await latestMenuChecks(app.db, areaId)).find((one) => one.accountId === accountId);
  const judged = (check?.entries ?? []).map((entry) => ({ entry, ...judgeEntry(entry, check?.day ?? '') }));
  const faulty = judged.filter(({ text }) => text !== null);
  if (!check || faulty.length === 0) throw new MingchaError('refused', '这个账号的导航栏目没有查出问题。', '请先登记导航栏目的查看结果。');
  await app.db.transaction().execute(async (trx) => {
    const moment = { day: await todayOf(app, areaId), at: app.now() };
    const by = { role: caller.role === 'centre' ? 'centre' : 'office', unitId: null, name: caller.name } as const;
    for (const { entry, text } of faulty)
      await raiseProblem(trx, problemOf(account, entry, text ?? '', moment.day), moment, by, {
        reason: '查看导航栏目',
        data: { evidence: [`menu:${check.id}`] },
      });
  });
  return faulty.length;
}

function problemOf({ areaId, id, unitId, name, platform }: Account, entry: MenuEntry, text: string, foundOn: string) {
  const path = entry.path.join('—');
  const label = `${PLATFORM_NAMES[platform]}“${name}”导航栏目“${path}”`;
  const { lastContentOn, limit, neededWidth, screenWidth } = entry;
  return {
    ...({ areaId, unitId, channelId: id, category: 'account_navigation', foundOn, text: `“${path}”${text}` } as const),
    place: { label, url: entry.target },
    measured: { lastUpdate: lastContentOn, limit, neededWidth, screenWidth },
    fingerprint: fingerprintOf('account_navigation', `${id} ${path}`),
  };
}
