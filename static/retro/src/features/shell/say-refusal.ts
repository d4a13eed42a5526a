import type { Refusal } from '#domain/refusal';
import { refusalText } from '../../messages/refusal-text';
import { showFlag } from '../../ui/flags';

/** Raises a flag that says why something was refused. */
export function sayRefusal(refusal: Refusal): void {
  showFlag({ tone: 'warning', title: refusalText(refusal), id: `refusal-${refusal.code}` });
}
