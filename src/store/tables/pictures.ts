/** Tables of the likeness of pictures (migration 0040). */
export interface PictureTables {
  picturePrint: {
    areaId: string;
    blob: string;
    method: number;
    ratio: number | null;
    signs: string | null;
    cells: Buffer | null;
    compared: boolean;
  };
  pictureAlike: { areaId: string; blob: string; other: string };
}
