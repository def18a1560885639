import type { BlobStore } from '../../evidence/store.ts';

/** A store that also hands on every picture (WebP) it is given, for a report that shows them. */
export function passingPictures(blobs: BlobStore, onPicture: (hash: string, bytes: Uint8Array) => void): BlobStore {
  return {
    ...blobs,
    async put(bytes, like) {
      const hash = await blobs.put(bytes, like);
      if (isWebp(bytes)) onPicture(hash, bytes);
      return hash;
    },
  };
}

const isWebp = (bytes: Uint8Array): boolean => /^RIFF[\s\S]{4}WEBP/.test(Buffer.from(bytes.subarray(0, 12)).toString('latin1'));
