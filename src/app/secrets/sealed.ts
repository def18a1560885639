import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256 } from '../../core/id.ts';

const FORM = 'sealed/1';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;
const ID_LETTERS = 12;

/** What secrets are sealed with (密钥). The id tells keys apart and nothing of the key. */
export interface SealKey {
  id: string;
  bytes: Buffer;
}

export const sealKey = (bytes: Buffer): SealKey => ({
  id: sha256(Buffer.concat([Buffer.from('mingcha seal key\n'), bytes])).slice(0, ID_LETTERS),
  bytes,
});

/** Seals a text for one place: what is carried to another row does not open there. */
export function seal(key: SealKey, place: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [FORM, key.id, Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')].join(':');
}

/** Id of the key a text was sealed with; null for a plain text, as rows of earlier versions hold it. */
export function keyIdOf(text: string): string | null {
  const [form, id] = text.split(':');
  return form === FORM && id ? id : null;
}

/** Opens what `seal` made, with the key of its id. Throws where a letter of it, or its place, is another. */
export function unseal(key: SealKey, place: string, sealed: string): string {
  const letters = sealed.split(':')[2] ?? '';
  const all = Buffer.from(letters, 'base64url');
  // The last letter may hold bits that decoding leaves out.
  if (all.toString('base64url') !== letters) throw new Error('not as it was sealed');
  const decipher = createDecipheriv(CIPHER, key.bytes, all.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return decipher.update(all.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
