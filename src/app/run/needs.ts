import type { Command, CommandName, Commands } from '#contract/commands';
import type { CommandRule } from '../commands/command';
import { COMMAND_RULES } from '../commands/index-of-commands';
import type { Part } from '../live/keys';
import type { RecordKey } from '../ports/records';

/** The rule and payload of a command, of one type again. */
export const ruleOf = (command: Command): { rule: CommandRule<CommandName>; payload: Commands[CommandName] } => ({
  rule: COMMAND_RULES[command.name],
  payload: command.payload,
});

/** Everything a batch of commands reads, so that it is read together. */
export function needsOf(commands: readonly Command[]): { parts: Part[]; extra: RecordKey[] } {
  const parts = new Set<Part>();
  const extra = new Map<string, RecordKey>();
  for (const command of commands) {
    const { rule, payload } = ruleOf(command);
    for (const part of rule.parts(payload)) parts.add(part);
    for (const at of rule.extra?.(payload) ?? []) extra.set(at.key + at.entity, at);
  }
  return { parts: [...parts], extra: [...extra.values()] };
}
