import type { CommandContext, CommandRule } from './command';
import { done } from './command';

/** Turns columns face up in the head and answers which of them were not. */
export function reveal(context: CommandContext, columns: readonly string[]): string[] {
  const { doc } = context;
  const known = doc.setup.columns.map((column) => column.id);
  const fresh = known.filter((id) => columns.includes(id) && !doc.head.revealed.includes(id));
  if (fresh.length > 0) doc.setHead({ ...doc.head, revealed: [...doc.head.revealed, ...fresh] });
  return fresh;
}

/** Turns the cards of columns face up, for everybody. */
export const revealCards: CommandRule<'revealCards'> = {
  parts: () => ['setup'],
  may: 'revealCards',
  decide: (context, payload) => done({ revealed: reveal(context, payload.columns) }),
};

/** The undo of a reveal: later cards are face down again. What was read cannot be unread. */
export const concealCards: CommandRule<'concealCards'> = {
  parts: () => [],
  may: 'revealCards',
  decide({ doc }, payload) {
    const revealed = doc.head.revealed.filter((id) => !payload.columns.includes(id));
    if (revealed.length !== doc.head.revealed.length) doc.setHead({ ...doc.head, revealed });
    return done();
  },
};
