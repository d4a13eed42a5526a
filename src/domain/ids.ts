/**
 * Identifiers and what they carry. A team's first team is `p<projectId>`; a retro's id starts with its team's;
 * an item's id starts with its shard's number and ends with the id of the command that made it.
 */
export const TEAM_ID = /^(p\d{1,18}|t[a-z0-9]{12})$/;
export const RETRO_ID = /^(p\d{1,18}|t[a-z0-9]{12})\.[a-z0-9]{12}$/;
export const COMMAND_ID = /^[a-z0-9]{12}$/;
export const ITEM_ID = /^[0-4]\d-[a-z0-9]{12}$/;
export const ACCOUNT_ID = /^[A-Za-z0-9:_-]{1,128}$/;
export const PROJECT_ID = /^\d{1,18}$/;

/** Shards of the first tier; a board that outgrows them gets 25 more. */
export const FIRST_TIER = 21;
export const SECOND_TIER = 25;

/** How many shards a board of so many tiers has. */
export const shardCount = (tiers: 1 | 2): number => (tiers === 2 ? FIRST_TIER + SECOND_TIER : FIRST_TIER);

/** The team every project has without any set-up. */
export const defaultTeamId = (projectId: string): string => `p${projectId}`;

/** The team a retro belongs to. */
export const teamOfRetro = (retroId: string): string => retroId.slice(0, retroId.indexOf('.'));

/** The shard an item lies in. */
export const shardOfItem = (itemId: string): number => Number(itemId.slice(0, 2));

/** The command that made an item. */
export const commandOfItem = (itemId: string): string => itemId.slice(3);

/** An item's id from its shard and the id of the command that makes it. */
export const itemId = (shard: number, commandId: string): string => `${String(shard).padStart(2, '0')}-${commandId}`;

/** The id under which an action item is kept for the team: its retro's and its own. */
export const actionIdOf = (retroId: string, itemIdInRetro: string): string => `${retroId}.${itemIdInRetro}`;

export const ACTION_ID = /^(p\d{1,18}|t[a-z0-9]{12})\.[a-z0-9]{12}\.[0-4]\d-[a-z0-9]{12}$/;

/** The retro and the item inside it that an action's id names. */
export function partsOfAction(actionId: string): { retroId: string; item: string; teamId: string } {
  const [teamId = '', retro = '', item = ''] = actionId.split('.');
  return { retroId: `${teamId}.${retro}`, item, teamId };
}

/** A small spread-out number for a string (FNV-1a, 32 bit): for placing, never for secrecy. */
export function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Where a person's entry in the list of participants lies: one place per account, whoever asks. */
export function participantItemId(accountId: string): string {
  const tail = `${spread(`${accountId}/1`).toString(36)}${spread(`${accountId}/2`).toString(36)}`;
  return itemId(spread(accountId) % FIRST_TIER, tail.padStart(14, '0').slice(-12));
}
