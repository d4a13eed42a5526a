// A client nobody here wrote: jira.js, whose author holds its schemas against live sites. Run by real-client.test.ts, which says where
// Jira listens; in a process of its own because the client is ESM and reads AUDIT_SCHEMAS when it loads.
import { createCloudClient } from 'jira.js/cloud';
import { createAgileClient } from 'jira.js/agile';

const [, , host, email] = process.argv;
const options = { host, auth: { type: 'basic', email, apiToken: 'any' }, onSchemaMismatch: 'throw' };
const cloud = createCloudClient(options);
const agile = createAgileClient(options);
const paragraph = (text) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const steps = [];
const step = async (name, work) => {
  const result = await work();
  steps.push(name);
  return result;
};

const me = await step('myself', () => cloud.myself.getCurrentUser());
const types = await step('types', () => cloud.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'SUN' }));
const task = types.issueTypes.find((type) => type.name === 'Task');
await step('fields', () => cloud.issues.getCreateIssueMetaIssueTypeId({ projectIdOrKey: 'SUN', issueTypeId: task.id }));
const issue = await step('create', () =>
  cloud.issues.createIssue({
    fields: {
      project: { key: 'SUN' },
      issuetype: { id: task.id },
      summary: 'Try the real client',
      description: paragraph('It must succeed.'),
    },
  }),
);
const assignable = await step('assignable', () =>
  cloud.userSearch.findAssignableUsers({ project: 'SUN', query: 'Priya' }),
);
await step('assign', () => cloud.issues.assignIssue({ issueIdOrKey: issue.key, accountId: assignable[0].accountId }));
const boards = await step('boards', () => agile.board.getAllBoards({ projectKeyOrId: 'SUN' }));
await step('configuration', () => agile.board.getConfiguration({ boardId: boards.values[0].id }));
const sprints = await step('sprints', () =>
  agile.board.getAllSprints({ boardId: boards.values[0].id, state: 'active' }),
);
await step('sprint', () =>
  agile.sprint.moveIssuesToSprintAndRank({ sprintId: sprints.values[0].id, issues: [issue.key] }),
);
await step('read sprint', () => agile.sprint.getSprint({ sprintId: sprints.values[0].id }));
const { transitions } = await step('transitions', () => cloud.issues.getTransitions({ issueIdOrKey: issue.key }));
const done = transitions.find((transition) => transition.to.statusCategory.key === 'done');
await step('transition', () => cloud.issues.doTransition({ issueIdOrKey: issue.key, transition: { id: done.id } }));
const found = await step('search', () =>
  cloud.issueSearch.searchAndReconsileIssuesUsingJqlPost({
    jql: `key = ${issue.key} AND statusCategory = Done AND sprint = ${sprints.values[0].id}`,
    fields: ['*all'],
  }),
);
await step('comment', () => cloud.issueComments.addComment({ issueIdOrKey: issue.key, body: paragraph('Done.') }));
const link = {
  issueIdOrKey: issue.key,
  globalId: 'retro=1',
  object: { url: 'https://example.com/retro/1', title: 'Retro 1' },
};
await step('remote link', () => cloud.issueRemoteLinks.createOrUpdateRemoteIssueLink(link));
await step('remote links', () => cloud.issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: issue.key }));
const read = await step('read', () => cloud.issues.getIssue({ issueIdOrKey: issue.key }));
await step('project', () => cloud.projects.getProject({ projectIdOrKey: 'SUN' }));
await step('fields of the site', () => cloud.issueFields.getFields());

process.stdout.write(
  JSON.stringify({
    steps,
    drift: globalThis[Symbol.for('apis-code-gen.schemaAudit')] ?? [],
    me: me.displayName,
    found: found.issues.map((entry) => entry.key),
    status: read.fields.status.name,
    assignee: read.fields.assignee.displayName,
    key: issue.key,
  }),
);
