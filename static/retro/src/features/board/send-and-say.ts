import type { CommandName } from '#contract/commands';
import type { Payload, Session } from '../../session/types';
import { announce } from '../../ui/live-region';

/** Sends a command; once it is accepted, says the sentence to a screen reader. Refusals are told by the session. */
export async function sendAndSay<N extends CommandName>(
  session: Session,
  name: N,
  payload: Payload<N>,
  said: string,
): Promise<boolean> {
  const outcome = await session.send(name, payload);
  if (outcome.ok) announce(said);
  return outcome.ok;
}
