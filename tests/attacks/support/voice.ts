import type { OpenRetroAnswer, RunAnswer } from '#contract/api';
import type { CommandName, Commands } from '#contract/commands';
import { must } from '#domain/assert';
import type { RefusalCode } from '#domain/refusal';
import type { AttackSite } from './attack-site';

let made = 0;

/** Twelve letters nobody else has used. */
export const freshId = (): string => (made += 1).toString(36).padStart(12, 'a');

/** Somebody in a retro without any page: calls and nothing else. */
export interface Voice {
  accountId: string;
  retroId: string;
  ticket(): string;
  open(): Promise<OpenRetroAnswer>;
  /** One command; `ok`, or the code it was refused with. */
  try<Name extends CommandName>(name: Name, payload: Commands[Name], id?: string): Promise<'ok' | RefusalCode>;
  /** One command that must go well; the id it had. */
  does<Name extends CommandName>(name: Name, payload: Commands[Name]): Promise<string>;
}

/** Somebody who opens a retro; throws when they may not. */
export async function voiceOf(
  site: AttackSite,
  accountId: string,
  retroId: string,
  projectKey = 'SUN',
): Promise<Voice> {
  let ticket = '';
  const voice: Voice = {
    accountId,
    retroId,
    ticket: () => ticket,
    async open() {
      const answer = await site.call(accountId, 'openRetro', { v: 1, retroId, ticket }, projectKey);
      if (!answer.ok) throw new Error(answer.refusal.code);
      ticket = answer.ticket;
      return answer;
    },
    async try(name, payload, id = freshId()) {
      const commands = [{ id, name, payload }] as never;
      const answer = await site.call(accountId, 'run', { v: 1, retroId, ticket, revisions: [], commands }, projectKey);
      const outcome: RunAnswer['outcomes'][number] = answer.ok ? must(answer.outcomes[0], 'outcome') : answer;
      return outcome.ok ? 'ok' : outcome.refusal.code;
    },
    async does(name, payload) {
      const id = freshId();
      const code = await voice.try(name, payload, id);
      if (code !== 'ok') throw new Error(`${name}: ${code}`);
      return id;
    },
  };
  await voice.open();
  return voice;
}

/** A new retro of SUN (or another project) in its lobby, led by `accountId`. */
export async function startRetro(site: AttackSite, accountId: string, projectKey = 'SUN'): Promise<Voice> {
  const created = await site.call(
    accountId,
    'createRetro',
    {
      v: 1,
      id: freshId(),
      format: 'continue-stop-start',
      title: 'Attacked',
      anonymity: 'anonymous',
      votes: { budget: 5, perTopic: 3 },
    },
    projectKey,
  );
  if (!created.ok) throw new Error(created.refusal.code);
  return voiceOf(site, accountId, created.retroId, projectKey);
}
