import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { settingsSave } from '../../../src/contract/endpoints/settings-save.ts';
import { send } from '../../api.ts';
import { KEY, type Settings, type SettingsView } from './types.ts';

const pick = <K extends keyof Settings>(from: Pick<Settings, K>, keys: readonly K[]): Pick<Settings, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<Settings, K>;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Some settings while they are being changed; only those that differ are handed in. */
export function useDraft<K extends keyof Settings>(areaId: string, data: SettingsView, keys: readonly K[]) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => pick(data.settings, keys));
  const changed = keys.filter((key) => !same(draft[key], data.settings[key]));
  const save = useMutation({
    mutationFn: () => send<typeof settingsSave>('/api/areas/:areaId/settings', { areaId, changes: pick(draft, changed) }),
    onSuccess: (answer) => {
      queries.setQueryData([KEY, areaId], answer);
      setDraft(pick(answer.settings, keys));
    },
  });
  return {
    draft,
    put: <One extends K>(key: One, value: Settings[One]) => setDraft({ ...draft, [key]: value }),
    isChanged: changed.length > 0,
    save,
  };
}
