import { castVote as cast, used } from '#domain/ballot';
import { topicKey } from '#domain/board';
import { shardOfItem } from '#domain/ids';
import { refuse } from '#domain/result';
import type { Voting } from '#domain/voting';
import { gatesFor } from '#domain/voting';
import { boardParts } from '../live/load';
import { gateKey, shardPart } from '../live/keys';
import { tagOf } from '../live/secrets';
import { findCard } from './card-access';
import type { CommandContext, CommandRule } from './command';
import { done } from './command';

/** Opens a round: the head and all its gates in one transaction. */
export const openVoting: CommandRule<'openVoting'> = {
  parts: boardParts,
  may: 'openVoting',
  decide({ doc }, payload) {
    const participants = doc
      .shards()
      .flatMap((n) => Object.values(doc.shard(n).items))
      .filter((item) => item.kind === 'participant').length;
    const voting: Voting = {
      ...payload,
      perTopic: Math.min(payload.perTopic, payload.budget),
      round: (doc.head.voting?.round ?? 0) + 1,
      state: 'open',
      gates: gatesFor(participants),
      voters: participants,
    };
    doc.setHead({ ...doc.head, voting });
    for (let gate = 0; gate < voting.gates; gate += 1)
      doc.also({
        op: 'set',
        at: gateKey(doc.retroId, voting.round, gate),
        record: { rev: 1, body: {}, attributes: { open: true } },
      });
    return done();
  },
};

/** With more people than this, only some of the vote events are sent: the closing event says the rest. */
const CROWD = 25;

async function voteEvent(
  context: CommandContext,
  voting: Voting,
): Promise<{ round: number; tag: string; used: number } | undefined> {
  const { app, doc, caller, ballot } = context;
  if (!ballot || app.ids.chance() > CROWD / voting.voters) return undefined;
  return {
    round: voting.round,
    tag: await tagOf(app, doc.head, voting.round, caller.accountId),
    used: used(ballot.ballot),
  };
}

/** Sets how many of one's votes lie on a topic. The ballot is written only while its gate is open. */
export const castVote: CommandRule<'castVote'> = {
  parts: (payload) => [shardPart(shardOfItem(payload.card))],
  may: 'castVote',
  async decide(context, payload) {
    const { doc, ballot } = context;
    const voting = doc.head.voting;
    if (!voting || !ballot) return refuse('vote/closed');
    const card = findCard(context, payload.card);
    if (!card.ok) return card;
    if (!doc.head.revealed.includes(card.value.column)) return refuse('card/gone');
    const next = cast(ballot.ballot, topicKey(card.value), payload.count, voting);
    if (!next.ok) return next;
    ballot.ballot = next.value;
    const votes = await voteEvent(context, voting);
    return done(votes ? { votes } : {});
  },
};

/** Closes the gates; counting follows once they are shut, so that no vote is counted half. */
export const closeVoting: CommandRule<'closeVoting'> = {
  parts: () => [],
  may: 'closeVoting',
  decide({ doc }) {
    const voting = doc.head.voting;
    if (voting?.state === 'open') shutGates(doc, voting);
    return done({ followUp: 'count-votes' });
  },
};

/** Shuts the gates of an open round and marks it as being counted. */
export function shutGates(doc: CommandContext['doc'], voting: Voting): void {
  doc.setHead({ ...doc.head, voting: { ...voting, state: 'counting' } });
  for (let gate = 0; gate < voting.gates; gate += 1)
    doc.also({
      op: 'set',
      at: gateKey(doc.retroId, voting.round, gate),
      ifRev: 1,
      record: { rev: 2, body: {}, attributes: { open: false } },
    });
}
