import type { Category } from '../core/category.ts';

/** Put right the same working day, not within the usual limit (第一时间整改, seeds P14). */
export const AT_ONCE: readonly Category[] = [
  'serious_misstatement',
  'privacy_leak',
  'secret_leak',
  'hidden_link',
  'harmful_content',
  'security_accident',
];

/** Told to whoever is on duty as soon as found (seeds S02). */
export const ALARMING: readonly Category[] = [...AT_ONCE, 'site_unreachable', 'public_backlash'];

/** Known only to the closed list: named persons are told, and only its roles see the words (seeds S04). */
export const CONFIDENTIAL: readonly Category[] = [
  'serious_misstatement',
  'privacy_leak',
  'secret_leak',
  'hidden_link',
  'harmful_content',
  'public_backlash',
];
