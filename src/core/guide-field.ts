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

/** Fields of the hall that all units of an area share; one record of them serves every guide (seeds D13). */
export const SHARED_GUIDE_FIELDS = ['hallAddress', 'hallPhone'] as const satisfies readonly GuideField[];
