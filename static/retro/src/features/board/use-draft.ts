import { useCallback, useEffect, useRef, useState } from 'react';
import type { Drafts } from '../../session/types';

const SAVE_AFTER_MS = 400;

/** A text being typed that survives a reload: kept by name in the session's drafts, written once the typing rests. */
export function useDraft(drafts: Drafts, name: string, initial = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.read(name) || initial);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback((): void => {
    clearTimeout(timer.current);
    if (unsaved.current === null) return;
    drafts.write(name, unsaved.current);
    unsaved.current = null;
  }, [drafts, name]);

  const change = useCallback(
    (next: string): void => {
      setText(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      if (next === '') save();
      else timer.current = setTimeout(save, SAVE_AFTER_MS);
    },
    [save],
  );

  useEffect(() => {
    // A tab that is closed or sent to the background says so here, not by unmounting.
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return [text, change];
}
