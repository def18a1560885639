import { MingchaError } from '../../core/error.ts';
import { USER_ROLE_CODES, USER_ROLES } from '../../core/role.ts';
import { listUnits } from '../../store/units.ts';
import { findUserByLogin, insertUser } from '../../store/users.ts';
import type { Unit } from '../../subjects/unit.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import { Remarks } from '../import/remarks.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import type { Caller } from './caller.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';
import { faultOf, isNameTaken, newUser, type UserWish } from './users.ts';

const TITLES = { login: '用户名', name: '姓名', role: '角色', unit: '单位', post: '责任人或副手' } as const;
type Field = keyof typeof TITLES;
const FIELDS = Object.keys(TITLES) as Field[];
const POSTS = { person: '责任人', deputy: '副手' } as const;
const MOST_ROWS = 2_000;

/** An empty workbook to fill in, with the units there are. */
export async function usersTemplate(app: App, areaId: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { name } = await areaOf(app, areaId);
  const units = await listUnits(app.db, areaId);
  const roles = Object.values(USER_ROLES).join('、');
  const bytes = await listWorkbook([
    {
      name: '用户',
      notes: [`${name}用户`, `角色填写：${roles}；责任单位的用户须填写单位，并写明是责任人还是副手。`],
      head: FIELDS.map((field) => TITLES[field]),
      widths: [20, 14, 14, 30, 16],
      rows: [],
    },
    { name: '单位', notes: ['可填写的单位'], head: ['单位'], widths: [40], rows: units.map((unit) => [unit.name]) },
  ]);
  return { bytes, fileName: `${name}用户导入模板.xlsx` };
}

/**
 * Users of an area from a table; every one or none. Answers a workbook with their one-time passwords, to be handed out and deleted.
 * @throws bad-input naming every wrong row and cell.
 */
export async function importUsers(app: App, caller: Caller, areaId: string, file: { name: string; bytes: Uint8Array }) {
  const area = await areaOf(app, areaId);
  const units = await listUnits(app.db, areaId);
  const remarks = new Remarks();
  const wishes = rowsOf(file, remarks).map((row) => wishOf(row, areaId, units, remarks));
  for (const [i, one] of wishes.entries()) await checkRow(app, caller, one, wishes.slice(0, i), remarks);
  if (remarks.faultCount > 0)
    throw new MingchaError('bad-input', `${file.name} 有 ${remarks.faultCount} 处不对，没有导入任何用户。`, '请按提示改正后重新导入。', {
      faults: remarks.faults,
    });
  const added = await Promise.all(
    wishes.map(async ({ wish }) => {
      const password = oneTimePassword();
      return { user: newUser(app, caller, wish, await hashPassword(password)), password };
    }),
  );
  await app.db.transaction().execute(async (trx) => {
    for (const { user } of added) await insertUser(trx, user);
  });
  const unitName = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? '';
  const bytes = await listWorkbook([
    {
      name: '一次性密码',
      notes: [`${area.name}用户一次性密码`, '请分别交给本人，首次登录须修改；发完后请删除本文件。'],
      head: ['用户名', '姓名', '角色', '单位', '一次性密码'],
      widths: [20, 14, 14, 30, 24],
      rows: added.map(({ user, password }) => [user.login, user.name, USER_ROLES[user.role], unitName(user.unitId), password]),
    },
  ]);
  return { bytes, fileName: `${area.name}用户一次性密码.xlsx` };
}

interface Row {
  sheet: string;
  number: number;
  cells: Record<Field, string>;
}
interface Wished {
  row: Row;
  wish: UserWish;
}

function rowsOf({ name, bytes }: { name: string; bytes: Uint8Array }, remarks: Remarks): Row[] {
  const sheet = readWorkbook(bytes, name)[0];
  const head = sheet?.rows.find(({ cells }) => cells.some(({ text }) => text.trim() === TITLES.login));
  if (!sheet || !head) {
    remarks.fault({ sheet: name, message: `没有找到表头，应有${FIELDS.map((field) => `“${TITLES[field]}”`).join('、')}几列` });
    return [];
  }
  const at = (field: Field): number => head.cells.findIndex(({ text }) => text.trim() === TITLES[field]);
  const rows = sheet.rows
    .filter(({ number }) => number > head.number)
    .map(({ number, cells }) => ({
      sheet: sheet.name,
      number,
      cells: Object.fromEntries(FIELDS.map((field) => [field, (cells[at(field)]?.text ?? '').trim()])) as Record<Field, string>,
    }))
    .filter(({ cells }) => FIELDS.some((field) => cells[field] !== ''));
  if (rows.length === 0) remarks.fault({ sheet: name, message: '没有写任何用户' });
  if (rows.length > MOST_ROWS) remarks.fault({ sheet: name, message: `有 ${rows.length} 行，超过 ${MOST_ROWS} 行的上限` });
  return rows.slice(0, MOST_ROWS);
}

function wishOf(row: Row, areaId: string, units: readonly Unit[], remarks: Remarks): Wished {
  const { login, name, role: roleName, unit: unitName, post: postName } = row.cells;
  const wrong = (field: Field, message: string): void =>
    remarks.fault({ sheet: row.sheet, row: row.number, field: TITLES[field], value: row.cells[field].slice(0, 40), message });
  if (!/^[\p{L}\p{N}._@-]{2,60}$/u.test(login)) wrong('login', '应为 2 到 60 个字母、数字或汉字，不含空格');
  if (name === '' || name.length > 40) wrong('name', '应为 1 到 40 个字');
  const role = USER_ROLE_CODES.find((code) => USER_ROLES[code] === roleName);
  if (!role) wrong('role', `应为${Object.values(USER_ROLES).join('、')}之一`);
  const unit = units.find((one) => one.name === unitName || one.aliases.includes(unitName));
  if (unitName !== '' && !unit) wrong('unit', '底册中没有这个单位；单位名称见模板的“单位”表');
  const post = postName === '' ? null : (Object.keys(POSTS) as (keyof typeof POSTS)[]).find((code) => POSTS[code] === postName);
  if (post === undefined) wrong('post', '应为责任人或副手，也可不填');
  return {
    row,
    wish: {
      ...{ login, name, role: role ?? 'reader', areaId, unitId: unit?.id ?? null, post: post ?? null },
      ...{ fields: [], administers: false, oidcSubject: null },
    },
  };
}

async function checkRow(app: App, caller: Caller, { row, wish }: Wished, before: readonly Wished[], remarks: Remarks): Promise<void> {
  const at = { sheet: row.sheet, row: row.number };
  const fault = await faultOf(app, caller, wish);
  if (fault) remarks.fault({ ...at, message: fault });
  const login = { ...at, field: TITLES.login, value: wish.login };
  if (before.some((other) => other.wish.login.toLowerCase() === wish.login.toLowerCase()))
    remarks.fault({ ...login, message: '与前面的一行重复' });
  else if (await findUserByLogin(app.db, wish.login)) remarks.fault({ ...login, message: '已经有人用了，请换一个用户名' });
  if (before.some((other) => other.wish.name === wish.name) || (await isNameTaken(app, wish, null)))
    remarks.fault({ ...at, field: TITLES.name, value: wish.name, message: '本地区（含上下级）已有同名的人，请加以区分' });
}
