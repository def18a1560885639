import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { noticeSave } from '../../../../src/contract/endpoints/notice-save.ts';
import { ApiError, send } from '../../../api.ts';
import { mergeAnswer } from './changes.ts';
import type { Draft, LocalDraft } from './types.ts';

/** Typing goes on; a pause of this length is worth a save and an audit. */
const PAUSE_MS = 900;

export type Saving = { state: 'saved' | 'changed' | 'saving' } | { state: 'conflict' | 'failed'; error: ApiError };

const localOf = (draft: Draft): LocalDraft => ({
  paragraphs: draft.paragraphs,
  removed: draft.removed,
  head: draft.head,
  naming: draft.naming.confirmed ? draft.naming.choice : null,
});

/**
 * A draft in the page: what is shown, what the server made of it last, and saves by themselves after a pause. After a
 * conflict nothing more is sent: what somebody else saved is never written over.
 */
export function useDraft(areaId: string, noticeId: string, loaded: Draft) {
  const queries = useQueryClient();
  const [server, setServer] = useState(loaded);
  const [local, setLocal] = useState(() => localOf(loaded));
  const [saving, setSaving] = useState<Saving>({ state: 'saved' });
  const newest = useRef(local);
  const version = useRef(loaded.version);
  const busy = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const sent = newest.current;
    setSaving({ state: 'saving' });
    try {
      const answer = await send<typeof noticeSave>('/api/areas/:areaId/notices/:noticeId/draft', {
        areaId,
        noticeId,
        version: version.current,
        paragraphs: sent.paragraphs.map(({ id, part, level, heading, runs, deadline }) => ({ id, part, level, heading, runs, deadline })),
        head: { ...sent.head, addressees: sent.head.addressees?.filter((line) => line.trim() !== '') },
        naming: sent.naming,
      });
      version.current = answer.version;
      setServer(answer);
      // What was typed meanwhile stays and is saved next; else the answer is shown: names and head change the template's words.
      if (newest.current === sent) {
        const shown = { ...localOf(answer), paragraphs: mergeAnswer(sent.paragraphs, answer.paragraphs) };
        newest.current = shown;
        setLocal(shown);
        setSaving({ state: 'saved' });
      } else setSaving({ state: 'changed' });
      queries.setQueryData(['notice-draft', areaId, noticeId], answer);
      await queries.invalidateQueries({ queryKey: ['notice', areaId, noticeId] });
    } catch (caught) {
      const error = caught instanceof ApiError ? caught : new ApiError('internal', '保存时出现意外错误。', '请稍后重试。');
      setSaving({ state: error.code === 'conflict' || error.code === 'refused' ? 'conflict' : 'failed', error });
    } finally {
      busy.current = false;
    }
  }, [areaId, noticeId, queries]);

  useEffect(() => {
    // `local`: every change begins the pause anew.
    if (saving.state !== 'changed' || local !== newest.current) return;
    const timer = setTimeout(save, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [saving.state, save, local]);

  const open = saving.state !== 'saved';
  useEffect(() => {
    if (!open) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [open]);

  const change = useCallback((how: (before: LocalDraft) => LocalDraft): void => {
    const next = how(newest.current);
    if (next === newest.current) return;
    newest.current = next;
    setLocal(next);
    setSaving((before) => (before.state === 'conflict' ? before : busy.current ? { state: 'saving' } : { state: 'changed' }));
  }, []);

  return { server, local, saving, change, save };
}
