import type { App } from '../app';
import type { CreateScreen, NewIssue } from '../ports/jira';
import { JiraFailure } from '../ports/jira';

export interface Plan {
  screen: CreateScreen;
  issue: NewIssue;
  /** Own fields the screen has no place for. */
  missing: string[];
}

/**
 * Creates the issue and puts it into its sprint. A person who may create issues but not schedule them gets theirs in
 * the backlog: `left` then names the sprint. Throws `JiraFailure` when nothing was, or may have been, created.
 */
export async function callJira(app: App, plan: Plan): Promise<{ issue: { id: string; key: string }; left: string[] }> {
  const { screen, issue } = plan;
  try {
    const created = await app.jira.create(issue, screen);
    if (issue.sprint === null || screen.sprintField !== null) return { issue: created, left: [] };
    return { issue: created, left: await intoSprint(app, issue.sprint, created.key) };
  } catch (error) {
    if (!onlySprintRefused(error, screen)) throw error;
    return { issue: await app.jira.create({ ...issue, sprint: null }, screen), left: ['sprint'] };
  }
}

const onlySprintRefused = (error: unknown, screen: CreateScreen): boolean =>
  error instanceof JiraFailure &&
  error.kind === 'fields' &&
  screen.sprintField !== null &&
  Object.keys(error.details).join() === screen.sprintField;

async function intoSprint(app: App, sprint: number, issueKey: string): Promise<string[]> {
  try {
    await app.jira.moveIntoSprint(sprint, issueKey);
    return [];
  } catch (error) {
    if (!(error instanceof JiraFailure)) throw error;
    app.log('sprint-failed', { kind: error.kind });
    return ['sprint'];
  }
}
