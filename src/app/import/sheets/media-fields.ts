import type { FieldSpec } from './field.ts';
import { PLATFORM_WORDS } from './words.ts';

/** Fields that name an account, shared by the sheets about what accounts do. */
export const ACCOUNT_FIELDS = {
  account: {
    title: '账号名称',
    synonyms: ['账号', '新媒体名称', '公众号名称', '政务新媒体名称'],
    required: true,
    hint: '名称要能在“新媒体账号”表里找到。',
    examples: ['某县住建', '大河发布'],
    width: 26,
  },
  platform: {
    title: '平台',
    synonyms: ['平台类型', '账号平台'],
    hint: '同名账号在几个平台上时必填。',
    values: PLATFORM_WORDS.names,
    examples: ['微信', '抖音'],
    width: 12,
  },
} as const satisfies Record<string, FieldSpec>;
