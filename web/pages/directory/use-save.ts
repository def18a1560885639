import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { directoryContact } from '../../../src/contract/endpoints/directory-contact.ts';
import type { directoryFormerName } from '../../../src/contract/endpoints/directory-former-name.ts';
import type { directoryPostHolder } from '../../../src/contract/endpoints/directory-post-holder.ts';
import type { directoryRemove } from '../../../src/contract/endpoints/directory-remove.ts';
import { send } from '../../api.ts';
import type { Directory, Editing, Kind } from './types.ts';

type Values = Readonly<Record<string, string>>;
const orNull = (value: string | undefined): string | null => value?.trim() || null;

/** Keeps a record under the name of whoever is at work; the answer is the directory as it stands then. */
export function useSave(areaId: string, done: () => void) {
  const queries = useQueryClient();
  const onSuccess = async (directory: Directory) => {
    queries.setQueryData(['directory', areaId], directory);
    done();
    await queries.invalidateQueries({ queryKey: ['guides-to-update', areaId] });
  };
  const save = useMutation({ mutationFn: ({ editing, values }: { editing: Editing; values: Values }) => keep(editing, values), onSuccess });
  const remove = useMutation({
    mutationFn: (which: { kind: Kind; id: string }) =>
      send<typeof directoryRemove>('/api/areas/:areaId/directory/remove', { areaId, ...which }),
    onSuccess,
  });

  function keep({ kind, id, unitId }: Editing, values: Values): Promise<Directory> {
    const { name = '', post = '', until = '' } = values;
    if (kind === 'contact')
      return send<typeof directoryContact>('/api/areas/:areaId/directory/contacts', { areaId, unitId, fields: values });
    if (kind === 'post-holder') {
      const term = { unitId: orNull(values.unitId), from: orNull(values.from), to: orNull(values.to) };
      return send<typeof directoryPostHolder>('/api/areas/:areaId/directory/post-holders', { areaId, id, name, post, ...term });
    }
    const now = orNull(values.now);
    return send<typeof directoryFormerName>('/api/areas/:areaId/directory/former-names', { areaId, id, name, until, now });
  }
  return { save, remove };
}
