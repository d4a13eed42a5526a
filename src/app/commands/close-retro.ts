import { boardParts } from '../live/load';
import type { CommandRule } from './command';
import { done } from './command';
import { shutGates } from './voting';

/** Begins to close: from here on nothing is accepted. What follows is done in order and can be resumed. */
export const closeRetro: CommandRule<'closeRetro'> = {
  parts: () => ['setup'],
  may: 'closeRetro',
  decide({ doc, now }) {
    const voting = doc.head.voting;
    if (voting?.state === 'open') shutGates(doc, voting);
    if (doc.head.state !== 'closing') doc.setHead({ ...doc.head, state: 'closing', timer: null, touchedAt: now });
    return done({ followUp: 'close-retro' });
  },
};

/** Opens a closed retro again, with a new pepper: earlier cards belong to nobody, earlier rounds stay closed. */
export const reopenRetro: CommandRule<'reopenRetro'> = {
  parts: boardParts,
  may: 'reopenRetro',
  decide({ app, doc, now }) {
    doc.setHead({ ...doc.head, state: 'running', pepper: app.ids.random(40), touchedAt: now });
    doc.setSetup({ ...doc.setup, closedAt: null });
    return done();
  },
};
