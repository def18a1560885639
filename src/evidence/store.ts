/** Content-addressed keep of raw bytes (folder today, object store later). Append-only: there is no update and no delete here. */
export interface BlobStore {
  /**
   * Keeps bytes; answers their SHA-256. Keeping the same bytes twice stores them once. `like`: hash of a kept page they
   * resemble (an earlier look, the site's home page); only a hint that lets them be stored smaller.
   */
  put(bytes: Uint8Array, like?: string): Promise<string>;
  /** The bytes of a hash; throws MingchaError 'not-found'. Verifies the hash on reading. */
  get(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
}
