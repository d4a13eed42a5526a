import type { Answer, FilingForm } from '#contract/api';
import { acceptFilingForm } from '#contract/validate-filing';
import type { App, Caller } from '../app';
import { answering } from './answer';
import { openAction } from './open-action';
import { askedFields, filingOf, ownFields, sprintFor } from './plan-issue';

/** What a person can choose and must fill before an action item becomes an issue; as Jira shows it to them. */
export async function filingForm(app: App, caller: Caller, raw: unknown): Promise<Answer<{ form: FilingForm }>> {
  const request = acceptFilingForm(raw);
  if (!request.ok) return request;
  return answering(app, async () => {
    const opened = await openAction(app, caller, request.value.action, 'fileIssues');
    if (!opened.ok) return opened;
    const { action, team } = opened.value;
    const filing = filingOf(team, action);
    const [screen, sprint] = await Promise.all([
      app.jira.createScreen(action.projectId, request.value.issueType ?? filing.issueType),
      sprintFor(app, action, team),
    ]);
    const form: FilingForm = {
      issueTypes: screen.issueTypes.map(({ subtask: _subtask, ...type }) => type),
      issueType: screen.issueType,
      required: askedFields(screen, ownFields(action, filing)),
      sprint,
      placement: sprint === null ? 'backlog' : filing.placement,
      labels: filing.labels,
    };
    return { ok: true, form };
  });
}
