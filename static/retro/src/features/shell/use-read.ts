import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '#contract/api';
import type { Refusal } from '#domain/refusal';

export interface Read<T> {
  /** What was read last; stays while it is read again and after a read that failed. */
  value: T | null;
  /** Why the last read failed. */
  refusal: Refusal | null;
  busy: boolean;
  again: () => void;
  /** Changes what is shown without asking, for what this page did itself. */
  set: (change: (value: T) => T) => void;
}

/** Reads when it mounts and whenever `key` changes; an answer that was overtaken is dropped. */
export function useRead<T>(key: string, load: () => Promise<Answer<T>>): Read<T> {
  const [state, setState] = useState<{ key: string; value: T | null; refusal: Refusal | null; busy: boolean }>({
    key,
    value: null,
    refusal: null,
    busy: true,
  });
  const latest = useRef(load);
  latest.current = load;
  const turn = useRef(0);

  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => ({ ...before, key, value: before.key === key ? before.value : null, busy: true }));
    const answer = await latest.current();
    if (mine !== turn.current) return;
    setState((before) =>
      answer.ok
        ? { key, value: answer, refusal: null, busy: false }
        : { ...before, refusal: answer.refusal, busy: false },
    );
  }, [key]);

  useEffect(() => {
    void read();
    return () => {
      turn.current += 1;
    };
  }, [read]);

  const set = useCallback((change: (value: T) => T) => {
    setState((before) => (before.value === null ? before : { ...before, value: change(before.value) }));
  }, []);
  const { value, refusal, busy } = state;
  return { value, refusal, busy, again: () => void read(), set };
}
