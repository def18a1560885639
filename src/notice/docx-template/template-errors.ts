import { type InputFault, MingchaError } from '../../core/error.ts';

interface Properties {
  id?: string;
  xtag?: string;
  openingtag?: string;
  closingtag?: string;
  lastPair?: { left: string };
  pair?: { left: string };
  errors?: readonly { properties?: Properties }[];
}

const tag = (words: string | undefined): string => `{${words ?? ''}}`;

/** What is wrong and what would be right, by the id of the library's error. */
const FAULTS: Readonly<Record<string, (properties: Properties) => InputFault>> = {
  unclosed_tag: ({ xtag }) => ({ field: `{${xtag}`, message: `缺右花括号，应为 ${tag(xtag)}；文字中的花括号请改用全角｛｝。` }),
  unopened_tag: ({ xtag }) => ({ field: `${xtag}}`, message: `缺左花括号，应为 ${tag(xtag)}；文字中的花括号请改用全角｛｝。` }),
  duplicate_open_tag: ({ xtag }) => ({ field: `${xtag}`, message: '左花括号重复，每个字段两边各写一个花括号。' }),
  duplicate_close_tag: ({ xtag }) => ({ field: `${xtag}`, message: '右花括号重复，每个字段两边各写一个花括号。' }),
  unclosed_loop: ({ xtag }) => ({ field: `{#${xtag}}`, message: `有开头没有结尾，请在重复部分之后加 {/${xtag}}。` }),
  unopened_loop: ({ xtag }) => ({ field: `{/${xtag}}`, message: `有结尾没有开头，请在重复部分之前加 {#${xtag}}。` }),
  closing_tag_does_not_match_opening_tag: ({ openingtag, closingtag }) => ({
    field: `{/${closingtag}}`,
    message: `与前面的 {#${openingtag}} 不成对，应为 {/${openingtag}}。`,
  }),
  unbalanced_loop_tags: ({ lastPair, pair }) => ({
    field: `{#${lastPair?.left ?? ''}}、{#${pair?.left ?? ''}}`,
    message: '开头和结尾不在同一层；表格里的重复请把开头写在该行第一格、结尾写在同一行最后一格。',
  }),
  loop_position_invalid: ({ xtag }) => ({ field: `{#${xtag ?? ''}}`, message: '放在了不能重复的位置，请移到段落或表格行中。' }),
};

/** An error of the library in the office's words, every tag named. */
export function templateErrors(error: unknown, name: string): MingchaError {
  const properties = (error as { properties?: Properties }).properties ?? {};
  const faults = (properties.errors ?? [{ properties }]).flatMap(({ properties: one }) => {
    const said = FAULTS[one?.id ?? ''];
    return said ? [said(one as Properties)] : [];
  });
  if (faults.length === 0)
    return new MingchaError('bad-input', `模板“${name}”读不了，文件可能已损坏。`, '请用 Word 或 WPS 打开，另存为 .docx 后重试。', {
      cause: error,
    });
  return new MingchaError('bad-input', `模板“${name}”有 ${faults.length} 处写法不对。`, '请在 Word 中改正后重试。', {
    faults,
    cause: error,
  });
}
