import type { Register } from '../../src/subjects/register.ts';
import { type AccountModel, accountModel } from './account.ts';
import type { Scenario } from './scenario.ts';
import { type SiteModel, siteModel } from './site.ts';

/** Everything that answers on one loopback address: one site or one account. */
export type Host = { kind: 'site'; model: SiteModel } | { kind: 'account'; model: AccountModel };

/** The sample world by loopback address (127.18.21.1 …). Built once; what is visible depends on the clock. */
export function buildWorld(register: Register, scenario: Scenario): Map<string, Host> {
  const hosts = new Map<string, Host>();
  for (const site of register.sites) {
    hosts.set(new URL(site.url).hostname, { kind: 'site', model: siteModel(site, register, scenario) });
  }
  for (const account of register.accounts) {
    if (account.feedUrl === null) continue;
    hosts.set(new URL(account.feedUrl).hostname, { kind: 'account', model: accountModel(account, scenario) });
  }
  return hosts;
}
