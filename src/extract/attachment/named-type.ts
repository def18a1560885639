import { ATTACHMENT_TYPES, type AttachmentType } from '../../evidence/attachment.ts';

/** Endings that stand for a type of another name. */
const ENDINGS: Readonly<Record<string, AttachmentType>> = {
  docm: 'docx',
  dotx: 'docx',
  dot: 'doc',
  wpt: 'wps',
  xlsm: 'xlsx',
  xlsb: 'xlsx',
  xltx: 'xlsx',
  xlt: 'xls',
  ett: 'et',
  pps: 'ppt',
  ppsx: 'pptx',
  pptm: 'pptx',
  dpt: 'dps',
  htm: 'html',
  shtml: 'html',
  jpeg: 'jpg',
  tiff: 'tif',
  text: 'txt',
};

const MEDIA: Readonly<Record<string, AttachmentType>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.ms-works': 'wps',
  'application/kswps': 'wps',
  'application/kset': 'et',
  'application/ofd': 'ofd',
  'application/zip': 'zip',
  'application/x-zip-compressed': 'zip',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'text/csv': 'csv',
};

/** What the ending of a file's name says it is, else its Content-Type; null when both are silent. Servers send any type, so the name goes first. */
export function namedType(name: string, contentType: string | null): AttachmentType | null {
  const ending = /\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(ATTACHMENT_TYPES, ending) && ending !== 'other') return ending as AttachmentType;
  if (Object.hasOwn(ENDINGS, ending)) return ENDINGS[ending] as AttachmentType;
  return MEDIA[(contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? null;
}

/** Types that the programs of one family open under each other's names. */
const FAMILIES: readonly (readonly AttachmentType[])[] = [
  ['doc', 'wps'],
  ['docx', 'wps'],
  ['xls', 'et'],
  ['xlsx', 'et'],
  ['ppt', 'dps'],
  ['pptx', 'dps'],
  ['txt', 'csv'],
];

/** Whether bytes of a type are what a name of that type promises. */
export function isAsNamed(type: AttachmentType, named: AttachmentType | null): boolean {
  return named === null || type === named || FAMILIES.some((family) => family.includes(type) && family.includes(named));
}

/** Office programs open these under an old office name, with a question at most: it is what reports of many systems are. */
const OPENED_AS: Readonly<Partial<Record<AttachmentType, readonly AttachmentType[]>>> = {
  doc: ['docx', 'rtf', 'wps'],
  wps: ['doc', 'docx', 'rtf'],
  docx: ['doc', 'rtf', 'wps'],
  xls: ['xlsx', 'et', 'csv', 'txt'],
  et: ['xls', 'xlsx', 'csv'],
  xlsx: ['xls', 'et'],
  ppt: ['pptx', 'dps'],
  pptx: ['ppt', 'dps'],
  dps: ['ppt', 'pptx'],
  csv: ['txt', 'xls', 'xlsx'],
  txt: ['csv', 'html', 'xml'],
  html: ['txt', 'xml'],
  xml: ['html', 'txt'],
  jpg: ['png', 'gif', 'bmp', 'tif'],
  png: ['jpg', 'gif', 'bmp', 'tif'],
  gif: ['jpg', 'png', 'bmp', 'tif'],
  bmp: ['jpg', 'png', 'gif', 'tif'],
  tif: ['jpg', 'png', 'gif', 'bmp'],
  zip: ['rar', '7z'],
  rar: ['zip', '7z'],
  '7z': ['zip', 'rar'],
};

/** Whether the reader gets to see it all the same when he opens a file of this name. */
export function opensAs(type: AttachmentType, named: AttachmentType): boolean {
  return OPENED_AS[named]?.includes(type) ?? false;
}
