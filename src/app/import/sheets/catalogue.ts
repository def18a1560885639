import { ACCOUNT_SHEET } from './account-sheet.ts';
import { ACTIVITY_SHEET } from './activity-sheet.ts';
import { COLUMN_SHEET } from './column-sheet.ts';
import { CONTACT_SHEET } from './contact-sheet.ts';
import { FORMER_NAME_SHEET } from './former-name-sheet.ts';
import { HANDLING_SHEET } from './handling-sheet.ts';
import { INDICATOR_SHEET } from './indicator-sheet.ts';
import { INTERACTION_SHEET } from './interaction-sheet.ts';
import { PLATFORM_ITEM_SHEET } from './platform-item-sheet.ts';
import { POLICY_DOCUMENT_SHEET } from './policy-document-sheet.ts';
import { POST_HOLDER_SHEET } from './post-holder-sheet.ts';
import { POST_SHEET } from './post-sheet.ts';
import { PRACTICE_SHEET } from './practice-sheet.ts';
import { PROBLEM_SHEET } from './problem-sheet.ts';
import { REPOST_SHEET } from './repost-sheet.ts';
import { SITE_SHEET } from './site-sheet.ts';
import type { SheetSpec } from './spec.ts';
import { UNIT_SHEET } from './unit-sheet.ts';
import { VOLUME_SHEET } from './volume-sheet.ts';

/** Every import sheet, in the order of the template: what later sheets name stands in earlier ones. */
export const SHEET_SPECS: readonly SheetSpec[] = [
  UNIT_SHEET,
  SITE_SHEET,
  COLUMN_SHEET,
  ACCOUNT_SHEET,
  POST_SHEET,
  VOLUME_SHEET,
  PLATFORM_ITEM_SHEET,
  REPOST_SHEET,
  INTERACTION_SHEET,
  ACTIVITY_SHEET,
  PRACTICE_SHEET,
  POLICY_DOCUMENT_SHEET,
  HANDLING_SHEET,
  CONTACT_SHEET,
  POST_HOLDER_SHEET,
  FORMER_NAME_SHEET,
  INDICATOR_SHEET,
  PROBLEM_SHEET,
];

/** Sheet of the template that explains the others; never imported. */
export const EXPLANATION_SHEET = '填写说明';
/** Beginning of an example row of the template; such rows are skipped. */
export const EXAMPLE_MARK = '示例：';
