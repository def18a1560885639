/** 证明材料: kinds of files that prove a rectification, as their bytes say (seeds P13). */
export const PROOF_KINDS = {
  png: '图片',
  jpg: '图片',
  pdf: 'PDF',
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
} as const;
export type ProofKind = keyof typeof PROOF_KINDS;
export const PROOF_KIND_CODES = Object.keys(PROOF_KINDS) as ProofKind[];

/** Kinds a browser shows as a picture. */
export const isPicture = (kind: ProofKind): boolean => kind === 'png' || kind === 'jpg';
