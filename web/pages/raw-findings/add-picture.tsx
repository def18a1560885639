import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { rawFindingPictureAdd } from '../../../src/contract/endpoints/raw-finding-picture-add.ts';
import { ApiError, upload } from '../../api.ts';
import type { RawRow } from './types.ts';

/** How many pictures there are, and one more while the finding takes any. */
export function AddPicture({ areaId, row }: { areaId: string; row: Pick<RawRow, 'id' | 'pictures' | 'takesPictures' | 'text'> }) {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) =>
      upload<typeof rawFindingPictureAdd>('/api/areas/:areaId/raw-findings/:problemId/pictures', { areaId, problemId: row.id }, file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['raw-findings', areaId] }),
  });
  return (
    <span className="raw-pictures">
      {row.pictures > 0 ? `${row.pictures} 张` : '无'}
      {row.takesPictures && (
        <label className="raw-add">
          {isPending ? '正在上传' : '加图片'}
          <input
            type="file"
            accept="image/png,image/jpeg"
            aria-label={`给“${row.text}”加图片`}
            disabled={isPending}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) mutate(file);
              event.target.value = '';
            }}
          />
        </label>
      )}
      {error && (
        <small className="sub is-bad" role="alert">
          {error.message}
          {error instanceof ApiError && error.next}
        </small>
      )}
    </span>
  );
}
