import type { Team } from './team';

/** Every "may I" of a team, for somebody who may browse its project. */
export interface TeamAbilities {
  start: boolean;
  changeTeam: boolean;
}

/** What this account may do for this team. Roles, when they come, change this table and nothing else. */
export function teamAbilities(team: Team, accountId: string): TeamAbilities {
  const member = team.members.includes(accountId);
  return {
    start: true,
    // A team nobody has joined yet belongs to whoever sets it up.
    changeTeam: member || team.members.length === 0,
  };
}
