import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** Names of accounts, those of a domain too; nothing that a command would take for an option. */
const ACCOUNT = /^[\p{L}\d_][\p{L}\d_.@\\-]{0,63}\$?$/u;

/** The system's account a command runs as, and under sudo the one that called it: 终端留痕 should name a person, and root is nobody. */
export function terminalPerson(environment: NodeJS.ProcessEnv): string {
  const own = ownAccount();
  const caller = callerOf(environment);
  return caller === null || caller === own ? own : `${own}（由 ${caller} 以 sudo 运行）`;
}

function ownAccount(): string {
  try {
    return userInfo().username;
  } catch {
    // An account that stands in no list of accounts, as in some containers.
    return String(process.getuid?.() ?? '');
  }
}

/** What sudo says of who called, where the system knows that account by that number; anything else is left unsaid. */
function callerOf({ SUDO_USER: name, SUDO_UID: number }: NodeJS.ProcessEnv): string | null {
  if (!name || !number || !ACCOUNT.test(name)) return null;
  try {
    const known = execFileSync('id', ['-u', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5_000 });
    return known.trim() === number ? name : null;
  } catch {
    return null;
  }
}
