import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { MingchaError } from '../../core/error.ts';

/** The system account the server runs as. PostgreSQL refuses root, and needs an account that has a name. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

/** Root hands the server to the first of these that exists. */
const STAND_INS = ['postgres', 'nobody'];

/**
 * The account for a data folder. An ordinary user runs the server himself. Root runs it as the folder's owner,
 * so that data begun by another account goes on under it, or for new data as `postgres`, else `nobody`.
 */
export function serverAccount(dataFolder: string | null): ServerAccount {
  if (process.getuid?.() !== 0) return ownAccount();
  const accounts = systemAccounts();
  const owner = dataFolder === null ? 0 : statSync(dataFolder).uid;
  const known = owner === 0 ? undefined : accounts.find((account) => account.uid === owner);
  const account = known ?? STAND_INS.map((name) => accounts.find((a) => a.name === name)).find((a) => a !== undefined);
  if (account) return account;
  throw new MingchaError(
    'unavailable',
    '现在以 root 身份运行，而 PostgreSQL 不允许 root 启动，系统里也没有 postgres 或 nobody 账户可用。',
    '请改用普通用户运行，或设置环境变量 DATABASE_URL 指向已有的 PostgreSQL 15 或更高版本。',
  );
}

function ownAccount(): ServerAccount {
  try {
    const { username, uid, gid } = userInfo();
    return { name: username, uid, gid };
  } catch (cause) {
    throw new MingchaError(
      'unavailable',
      `当前用户（编号 ${process.getuid?.()}）在系统里没有账户名，PostgreSQL 无法启动。`,
      '请用有账户名的用户运行（容器内请在 /etc/passwd 中登记该用户），或设置环境变量 DATABASE_URL。',
      { cause },
    );
  }
}

function systemAccounts(): ServerAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name as string, uid: Number(uid), gid: Number(gid) }));
}
