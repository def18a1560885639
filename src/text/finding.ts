/**
 * The layers of proofreading, by certainty and not by technique (层次). L0 integrity of the text, L1 official wording, L2 names
 * of units and post-holders, L3 place and guide fields, L4 statistics, L5 personal data, L6 intrusion.
 */
export const LAYERS = {
  L0: '文本完整性',
  L1: '规范表述',
  L2: '单位和人员名称',
  L3: '地名和指南栏目',
  L4: '疑似错字',
  L5: '个人信息',
  L6: '被植入的内容',
} as const;
export type Layer = keyof typeof LAYERS;

/** What is wrong (错情类型), whatever layer saw it. */
export const FINDING_KINDS = {
  mojibake: '乱码',
  'pinyin-gloss': '夹有注音',
  'traditional-mix': '繁简混杂',
  'wrong-character': '错别字',
  'missing-character': '漏字',
  'extra-character': '多字',
  'swapped-characters': '字序颠倒',
  'wrong-word': '用词不当',
  'blended-phrase': '表述串写',
  'outdated-phrase': '表述已过时',
  'law-title': '法规或文件名称有误',
  'unit-name': '单位名称有误',
  'former-unit-name': '使用已撤销或更名的单位名称',
  'person-name': '人员姓名或职务有误',
  'foreign-place': '出现其他地区名称',
  'foreign-unit': '出现其他单位名称',
  'guide-field': '指南内容与登记不符',
  'guide-field-empty': '指南内容缺失',
  'identity-number': '居民身份证号码',
  'bank-card': '银行卡号',
  'mobile-number': '手机号码',
  'personal-address': '家庭住址',
  'hidden-text': '隐藏文字',
  'hidden-link': '暗链',
  'foreign-host': '未登记的外部链接',
  'lapsed-domain': '外链域名已失效或被转让',
  cloaking: '对搜索引擎显示不同内容',
  'spam-term': '赌博、色情等植入词',
  'off-topic': '内容与栏目不符',
} as const;
export type FindingKind = keyof typeof FINDING_KINDS;

/**
 * How grave: 1 严重表述错误 (state, party, leader, core formulation) — a person at once, never filed without one; 2 an error in a
 * title, an official name or personal data; 3 an error in running text; 4 style.
 */
export type Severity = 1 | 2 | 3 | 4;

/** One finding (错情). Offsets are UTF-16 positions in the text as given, `end` exclusive. */
export interface Finding {
  start: number;
  end: number;
  /** The words as they stand there. */
  found: string;
  /** What would be right; null where nobody can know, `''` where it should simply go. */
  suggestion: string | null;
  layer: Layer;
  kind: FindingKind;
  severity: Severity;
  /**
   * How sure, 0 to 1, comparable within a layer only; thresholds are set per layer. Of L4: the chance that it is a slip, in a text as
   * densely strewn with slips as this one.
   */
  score: number;
  /** True when the layer may open a problem by itself; false = a person looks first. Severity 1 is never filed without a person. */
  files: boolean;
  /** One plain Chinese sentence for the reviewer: the rule, the list row, the expected value. */
  why: string;
}

/**
 * Reads one block (a paragraph, a table cell, a heading) that is already normalised; offsets are into that block. Made once per
 * version of its lists by the layer's `compile…` function and kept: reading must not depend on anything outside the block.
 */
export type BlockReader = (block: string) => Finding[];
