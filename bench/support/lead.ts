/** A facilitator without a page: resolver calls only, for boards that are made, not lived. */
import { must } from '../../src/domain/assert';
import type { BenchSite } from './site';

export interface Lead {
  retroId: string;
  /** Answers how many tiers of shards the board has. */
  open(): Promise<1 | 2>;
  /** Throws when a command is refused. */
  run(commands: { name: string; payload: object }[]): Promise<void>;
}

/** Twelve letters and digits that tell where they come from. */
export const commandId = (text: string): string =>
  text
    .replace(/[^a-z0-9]/g, '')
    .padStart(12, '0')
    .slice(-12);

interface Opened {
  ticket: string;
  picture: { head: { value: { tiers: 1 | 2 } } };
}

interface RunAnswer {
  ok: boolean;
  refusal?: { code: string };
  outcomes?: { ok: boolean; refusal?: { code: string } }[];
}

/** Creates a retro (its id ends with `id`) and opens it as the site's first member. */
export async function lead(site: BenchSite, id: string, format: string): Promise<Lead> {
  const account = must(site.members[0], 'member');
  const { retroId } = await site.invoke<{ retroId: string }>(account, 'createRetro', {
    v: 1,
    id,
    format,
    title: `Retro ${id}`,
    anonymity: 'anonymous',
  });
  let ticket = '';
  let count = 0;
  const person: Lead = {
    retroId,
    async open() {
      const answer = await site.invoke<Opened>(account, 'openRetro', { v: 1, retroId, ticket });
      ticket = answer.ticket;
      return answer.picture.head.value.tiers;
    },
    async run(commands) {
      const numbered = commands.map((command) => ({ id: commandId(`c${(count += 1)}`), ...command }));
      const answer = await site.invoke<RunAnswer>(account, 'run', {
        v: 1,
        retroId,
        ticket,
        revisions: [],
        commands: numbered,
      });
      const refused = answer.ok ? answer.outcomes?.find((outcome) => !outcome.ok)?.refusal : answer.refusal;
      if (refused) throw new Error(`refused: ${refused.code}`);
    },
  };
  await person.open();
  return person;
}
