import { type Account, PLATFORM_NAMES } from '../../subjects/channel.ts';
import type { Place } from '../define.ts';

export const accountPlace = (account: Account): Place => ({
  type: 'account',
  id: account.id,
  label: `${PLATFORM_NAMES[account.platform]}“${account.name}”`,
  url: account.feedUrl,
});

/** Findings that rest on the register, not on a look, name the register entry as their evidence. */
export const registerEvidence = (account: Account): string => `register:${account.id}`;
