import { isAbsolute, join, resolve } from 'node:path';
import { MingchaError } from '../core/error.ts';

/** Everything that may differ between two installations. Read once at start, from the environment only. */
export interface Config {
  /** Data folder (数据目录): database, evidence, issued files. */
  home: string;
  /** Any PostgreSQL 15+; null = the one that ships with us. */
  databaseUrl: string | null;
  /** Ranges in CIDR form that the collector may reach although they are private or loopback. */
  allowNetworks: readonly string[];
  /** Address and port of the web page. Loopback unless the operator opens it. */
  host: string;
  port: number;
  /** Contact in the user agent, so that a site's keeper can reach the operator. */
  contact: string | null;
  /** Lists that scripts fill are opened in the browser that ships with us, and pictures taken. Absent = no. */
  browser?: boolean;
  /** Hosts, with port, that messages may be sent through besides those of the known platforms. Absent = none. */
  messageHosts?: readonly string[];
  /** Proxies in front of us whose word on the caller's address and on https is taken, addresses or ranges. Absent = none. */
  proxies?: readonly string[];
  /** Key of the secrets in the database, as `seal.key` holds it; null or absent = the file in the data folder. */
  sealKey?: string | null;
  /** Who works with this only looks: the database refuses to change anything. Absent = no. Not from the environment. */
  readOnly?: boolean;
  /** Absent or null = people sign in by password only. */
  signOn?: SignOn | null;
}

/** The office's single sign-on (OpenID Connect), with the address people reach us at. */
export interface SignOn {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Words of the button. */
  name: string;
  ownAddress: string;
}

/** Where the browser that ships with us is unpacked. */
export const browserFolder = ({ home }: Pick<Config, 'home'>): string => join(home, 'browser');

/** Reads MINGCHA_* and DATABASE_URL; a wrong value stops the start and names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  const home = env.MINGCHA_HOME ?? './data';
  return {
    home: isAbsolute(home) ? home : resolve(env.MINGCHA_HOME ? process.cwd() : root, home),
    databaseUrl: env.DATABASE_URL || null,
    allowNetworks: listed(env.MINGCHA_ALLOW_NETWORKS),
    host: env.MINGCHA_HOST ?? '127.0.0.1',
    port: readPort(env.MINGCHA_PORT),
    contact: env.MINGCHA_CONTACT || null,
    browser: readSwitch(env.MINGCHA_BROWSER),
    messageHosts: listed(env.MINGCHA_MESSAGE_HOSTS),
    proxies: listed(env.MINGCHA_PROXIES),
    sealKey: env.MINGCHA_SEAL_KEY?.trim() || null,
    signOn: readSignOn(env),
  };
}

const SIGN_ON = ['MINGCHA_OIDC_ISSUER', 'MINGCHA_OIDC_CLIENT_ID', 'MINGCHA_OIDC_CLIENT_SECRET', 'MINGCHA_URL'] as const;

/** All of them or none: half a single sign-on would let nobody in. */
function readSignOn(env: Readonly<Record<string, string | undefined>>): SignOn | null {
  if (!env.MINGCHA_OIDC_ISSUER) return null;
  const missing = SIGN_ON.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new MingchaError(
      'usage',
      `接入统一身份认证还缺环境变量 ${missing.join('、')}。`,
      '请一并设置，或去掉 MINGCHA_OIDC_ISSUER 只用密码登录。',
    );
  const [issuer = '', clientId = '', clientSecret = '', ownAddress = ''] = SIGN_ON.map((name) => env[name]);
  for (const [name, value] of Object.entries({ MINGCHA_OIDC_ISSUER: issuer, MINGCHA_URL: ownAddress }))
    if (!URL.canParse(value))
      throw new MingchaError('usage', `环境变量 ${name} 的值“${value}”不是网址。`, '请写完整的网址，例如 https://mingcha.example.gov.cn。');
  return { issuer, clientId, clientSecret, ownAddress, name: env.MINGCHA_OIDC_NAME || '统一身份认证登录' };
}

const listed = (text: string | undefined): string[] => (text ?? '').split(/[,\s]+/).filter(Boolean);

function readSwitch(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'on') return true;
  if (text === 'off') return false;
  throw new MingchaError('usage', `环境变量 MINGCHA_BROWSER 的值“${text}”不对。`, '请写 on（需要时用浏览器打开网页）或者 off（不用）。');
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 7080;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new MingchaError(
    'usage',
    `环境变量 MINGCHA_PORT 的值“${text}”不是端口号。`,
    '请改为 1 到 65535 之间的整数，例如 MINGCHA_PORT=7080。',
  );
}
