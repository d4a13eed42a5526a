/** One Custom UI frame on this page (the module's own, or a modal's) and what the host keeps for it. */
export interface FrameSession {
  moduleKey: string;
  resource: string;
  iframe: HTMLIFrameElement;
  /** What openModal passed on, to be found as `extension.modal`. */
  modalContext?: unknown;
  /** Closes this view with a payload; absent when the view cannot be closed. */
  close?(payload: unknown): void;
  /** Set by view.onClose. */
  beforeClose?: (payload?: unknown) => unknown;
  /** Carries out the frame's commands (commands.ts). */
  run(session: FrameSession, command: string, data: unknown): Promise<unknown>;
  /** Calls a command of the frame (bridge-core). */
  callFrame(command: string, data?: unknown): Promise<unknown>;
  themed: boolean;
}

/** All frames alive on this page: events and themes reach each of them. */
export const frameSessions = new Set<FrameSession>();
