import { browserPorts } from '../session/browser-ports';
import { openSession } from '../session/retro-session';
import type { Session } from '../session/types';
import { retroApi } from './api';
import { liveChannel } from './live';

/** A session of a retro over Forge. */
export const openLiveSession = (retroId: string): Session =>
  openSession(retroId, { api: retroApi, live: liveChannel, ...browserPorts() });
