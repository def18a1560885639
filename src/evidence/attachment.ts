/** What an attachment (附件) is, by its bytes. Files of WPS share their bytes with those of Office: there the name picks between the two. */
export const ATTACHMENT_TYPES = {
  doc: 'Word 文档（.doc）',
  docx: 'Word 文档（.docx）',
  wps: 'WPS 文字（.wps）',
  rtf: 'RTF 文档',
  xls: 'Excel 表格（.xls）',
  xlsx: 'Excel 表格（.xlsx）',
  et: 'WPS 表格（.et）',
  csv: 'CSV 表格',
  ppt: 'PowerPoint 演示（.ppt）',
  pptx: 'PowerPoint 演示（.pptx）',
  dps: 'WPS 演示（.dps）',
  odt: 'OpenDocument 文档（.odt）',
  ods: 'OpenDocument 表格（.ods）',
  pdf: 'PDF 文件',
  ofd: 'OFD 版式文件',
  txt: '文本文件',
  html: '网页',
  xml: 'XML 文件',
  zip: 'ZIP 压缩包',
  rar: 'RAR 压缩包',
  '7z': '7z 压缩包',
  jpg: 'JPEG 图片',
  png: 'PNG 图片',
  gif: 'GIF 图片',
  bmp: 'BMP 图片',
  tif: 'TIFF 图片',
  other: '其他文件',
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;
export const ATTACHMENT_TYPE_CODES = Object.keys(ATTACHMENT_TYPES) as [AttachmentType, ...AttachmentType[]];

/** How the reading of an attachment's text ended. Only what the file itself shows; none of these is a verdict. */
export const READING_OUTCOMES = {
  read: '已读取',
  'no-text': '没有可读取的文字（扫描件、图片）',
  encrypted: '设有打开密码',
  damaged: '文件损坏，打不开',
  empty: '文件是空的（0 字节或者没有内容）',
  'too-large': '文件过大，未读取',
  unsupported: '暂不能读取的格式',
  'not-what-it-says': '内容与文件名不符（例如 .pdf 其实是错误提示网页）',
  'given-up': '程序未能读完',
} as const;
export type ReadingOutcome = keyof typeof READING_OUTCOMES;
export const READING_OUTCOME_CODES = Object.keys(READING_OUTCOMES) as [ReadingOutcome, ...ReadingOutcome[]];
