import { isUtf8 } from 'node:buffer';
import yauzl from 'yauzl';

const UTF8_FLAG = 0x800;
/** Info-ZIP's Unicode path: the name in UTF-8 beside the one for old programs. */
const UNICODE_PATH = 0x7075;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names made to break whoever stores or shows them
const CONTROLS = /[\u0000-\u001f\u007f]/g;
const GBK = new TextDecoder('gb18030');

/**
 * Name of a member. Windows in China writes GBK and does not say so, macOS UTF-8 and does not say so either; the bytes tell,
 * as a name in GBK is hardly ever valid UTF-8.
 */
export function memberName(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  const said = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || entry.extraFields.some(({ id }) => id === UNICODE_PATH);
  const name = said
    ? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
    : isUtf8(raw)
      ? raw.toString('utf8')
      : GBK.decode(raw);
  return name.replaceAll('\\', '/').replace(CONTROLS, '\ufffd');
}
