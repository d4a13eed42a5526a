import type { FrameSession } from './frame-session';

/** placeholder */
export function openIssueCreate(_session: FrameSession, _data: unknown): boolean {
  return false;
}
/** placeholder */
export function openIssueView(_session: FrameSession, _data: unknown): boolean {
  return false;
}
