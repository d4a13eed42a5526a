/** The event bus of this page: `emit`/`on` within the app, `emitPublic`/`onPublic` between apps. One app lives here. */
type Listener = (payload: unknown) => unknown;

const listeners = new Map<string, Set<Listener>>();

export type EventScope = 'private' | 'public';

/** Subscribes; the answer crosses to the frame, so `unsubscribe` is a function of the host. */
export function onEvent(scope: EventScope, event: string, listener: Listener): { unsubscribe(): void } {
  const name = `${scope} ${event}`;
  const all = listeners.get(name) ?? new Set<Listener>();
  listeners.set(name, all.add(listener));
  return { unsubscribe: () => void all.delete(listener) };
}

/** Tells every subscriber on this page, the emitter included, as Forge does. */
export function emitEvent(scope: EventScope, event: string, payload: unknown): void {
  for (const listener of listeners.get(`${scope} ${event}`) ?? []) {
    // A listener whose frame is gone answers never or with an error; neither concerns the emitter.
    void Promise.resolve(listener(payload)).catch(() => undefined);
  }
}
