import { closeFlag, showFlag } from '../flags';
import { callSite } from '../site-api';
import { subscribeChannel } from '../site-stream';
import { currentTheme } from '../theme';
import type { Subscription } from '../../../types';
import { contextOf, originOf } from './context';
import { emitEvent, onEvent } from './events';
import type { FrameSession } from './frame-session';
import { createAppHistory } from './history';
import { openIssueCreate, openIssueView } from './issue-modals';
import { openModal } from './modal';
import { addressOf, navigate, type Destination } from './navigation';

/** What the commands below take, as @forge/bridge 7.2 sends it. */
interface Data {
  functionKey: string;
  payload?: unknown;
  metadata?: unknown;
  /** Only for remotes and containers. */
  invokeType?: string;
  event: string;
  callback(payload: unknown): unknown;
  id: string;
  height: number;
}
type Command = (session: FrameSession, data: Data) => unknown;

const passToSite =
  (cmd: string): Command =>
  (session, data) =>
    callSite({ ...originOf(session), cmd, data });

async function invoke(session: FrameSession, data: Data): Promise<unknown> {
  if (data.invokeType !== undefined) throw new Error('This app has no remotes and no containers');
  const { functionKey, payload, metadata } = data;
  const value = await callSite({ ...originOf(session), cmd: 'invoke', data: { functionKey, payload } });
  return metadata === undefined ? value : { body: value, metadata: { rateLimitProperties: {} } };
}

async function subscribe(session: FrameSession, data: Data): Promise<unknown> {
  const { onEvent: listener, ...subscription } = data as unknown as Subscription & {
    onEvent(payload: unknown, error?: unknown): unknown;
  };
  return await subscribeChannel({
    ...subscription,
    module: session.moduleKey,
    onEvent: (payload, error) => void listener(payload, error),
  });
}

async function enableTheming(session: FrameSession): Promise<void> {
  session.themed = true;
  await session.callFrame('applyTheme', currentTheme());
}

async function close(session: FrameSession, payload: unknown): Promise<unknown> {
  if (!session.close) return false;
  await session.beforeClose?.(payload);
  session.close(payload);
  return true;
}

const listenTo =
  (scope: 'private' | 'public'): Command =>
  (_session, { event, callback }) =>
    onEvent(scope, event, callback);

const emitTo =
  (scope: 'private' | 'public'): Command =>
  (_session, { event, payload }) =>
    emitEvent(scope, event, payload);

const commands: Record<string, Command> = {
  invoke,
  fetchProduct: passToSite('fetchProduct'),
  getContext: contextOf,
  publishRealtimeChannel: passToSite('publishRealtimeChannel'),
  subscribeRealtimeChannel: subscribe,
  enableTheming,
  createHistory: createAppHistory,
  navigate: (_session, to) => navigate(to as unknown as Destination),
  getUrl: (_session, to) => addressOf(to as unknown as Destination),
  reload: () => location.reload(),
  changeWindowTitle: (_session, title) => void (document.title = String(title)),
  emitReadyEvent: (session) => session.iframe.setAttribute('data-ready', 'true'),
  showFlag: (_session, flag) => (showFlag(flag), true),
  closeFlag: (_session, { id }) => closeFlag(id),
  emit: emitTo('private'),
  on: listenTo('private'),
  emitPublic: emitTo('public'),
  onPublic: listenTo('public'),
  openModal,
  openIssueCreateModal: openIssueCreate,
  openIssueViewModal: openIssueView,
  close,
  onClose: (session, callback) => (
    (session.beforeClose = callback as unknown as FrameSession['beforeClose']),
    Boolean(session.close)
  ),
  // As on Forge: a project page can be neither submitted, opened nor refreshed; the package turns false into its error.
  submit: () => false,
  open: () => false,
  refresh: () => false,
  // This site has no Rovo, and no cookie banner.
  isRovoEnabled: () => false,
  openRovo: () => false,
  getCookieConsentPreferences: () => null,
  getFrameId: (session) => session.moduleKey,
  __resize: resize,
};

/** Grows the frame with its content; it is never smaller than the space it has (style sheet). */
function resize(session: FrameSession, { height }: Data): void {
  session.iframe.style.height = `${Math.ceil(height)}px`;
}

/** Runs one command of a frame. What Jira's pages do not know is refused loudly: a silent stub would hide it until deploy. */
export async function runCommand(session: FrameSession, name: string, data: unknown): Promise<unknown> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const problem = `The local Jira site has no bridge command '${name}'`;
    console.error(problem);
    throw new Error(problem);
  }
  return await command(session, (data ?? {}) as Data);
}
