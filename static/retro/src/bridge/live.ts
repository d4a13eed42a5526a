import { realtime } from '@forge/bridge';
import type { LiveChannel } from '../session/ports';

/** What was sent while the subscription was being made is sent again: nothing falls between opening and listening. */
const REPLAY_SECONDS = 10;

/** Global channels of Forge, with subscribe-only tokens. */
export const liveChannel: LiveChannel = {
  async subscribe(wire, onEvent) {
    const subscription = await realtime.subscribeGlobal(
      wire.channel,
      (payload, error) => {
        if (!error) onEvent(payload);
      },
      { token: wire.token, replaySeconds: REPLAY_SECONDS },
    );
    return () => void subscription.unsubscribe().catch(() => undefined);
  },
};
