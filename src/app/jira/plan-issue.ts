/** What would be created: type, sprint, texts, and which of the screen's required fields a person must fill. */
import type { FilingField } from '#contract/api';
import type { ActionItem } from '#domain/action-item';
import type { FilingDefaults, Team } from '#domain/team';
import { firstTeam } from '#domain/team';
import type { App } from '../app';
import type { CreateScreen } from '../ports/jira';

export type Sprint = { id: number; name: string } | null;

/** How the team files; a team nobody has set up files as a new one does. */
export const filingOf = (team: Team | null, action: ActionItem): FilingDefaults =>
  team?.filing ?? firstTeam(action.projectId, '', 'UTC').filing;

/** Ids of the fields Sternlight has a value for, by what the action item and the team say. */
export function ownFields(action: ActionItem, filing: FilingDefaults): string[] {
  const fields = ['summary', 'description'];
  if (action.owner !== null) fields.push('assignee');
  if (action.due !== null) fields.push('duedate');
  if (filing.labels.length > 0) fields.push('labels');
  return fields;
}

/** Required fields that nobody fills unless the person does. */
export const askedFields = (screen: CreateScreen, own: readonly string[]): FilingField[] =>
  screen.required.filter((field) => !own.includes(field.id));

/** Fields that have a value but no place on the create screen: they are left out and the person is told. */
export const missingOnScreen = (screen: CreateScreen, own: readonly string[]): string[] =>
  own.filter((field) => !screen.fields.includes(field));

/** The sprint the issue goes into; null for the backlog. Throws `JiraFailure`. */
export const sprintFor = async (app: App, action: ActionItem, team: Team | null): Promise<Sprint> =>
  app.jira.openSprint(action.projectId, team?.jiraBoards ?? []);
