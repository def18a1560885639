import type { GuideField } from '../../../core/guide-field.ts';

/** What a record or a guide says where there is none of it: 无. */
export const isNone = (value: string): boolean => /^(?:无|没有|暂无|未开通|\/|-+|—+)$/.test(value.trim());

/** One value as a guide states it. Offsets are into the page's text. */
export interface GuideValue {
  field: GuideField;
  value: string;
  start: number;
  end: number;
}

/** A stretch of the page that matters by itself. */
export interface GuidePassage {
  text: string;
  start: number;
  end: number;
}

/** What stands in a guide. */
export interface GuideFields {
  values: GuideValue[];
  /** Where a fax is offered as a way although the guide prints no number for it; null = not so. */
  faxWithoutNumber: GuidePassage | null;
}
