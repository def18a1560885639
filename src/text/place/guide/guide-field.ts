/** What a disclosure guide states of how to reach the unit (信息公开指南栏目, 政府信息公开条例第十二条), and of the shared hall. */
export const GUIDE_FIELDS = {
  receivingOffice: '受理机构',
  address: '办公地址',
  mailAddress: '邮寄地址',
  phone: '联系电话',
  fax: '传真',
  postcode: '邮政编码',
  hours: '办公时间',
  email: '电子邮箱',
  hallAddress: '政务服务厅地址',
  hallPhone: '政务服务厅电话',
} as const;
export type GuideField = keyof typeof GUIDE_FIELDS;
export const GUIDE_FIELD_CODES = Object.keys(GUIDE_FIELDS) as [GuideField, ...GuideField[]];

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
