/** Jira in memory, as the app's port sees it: issues with their property, an index that may lag, mails, and faults on request. */
import type { CreateScreen, IssueState, IssueTracker, NewIssue } from '../../src/app/ports/jira';
import { JiraFailure } from '../../src/app/ports/jira';

export interface MemoryIssue {
  id: string;
  key: string;
  wish: NewIssue;
  done: boolean;
  assignee: string | null;
  due: string | null;
  projectId: string;
  /** Found by search. */
  indexed: boolean;
  /** Seen by the app. */
  visible: boolean;
}

export interface MemoryMail {
  to: string;
  through: string;
  subject: string;
  text: string;
  html: string;
}

export type Fault = JiraFailure['kind'] | 'lost-after';

/** What the next call of a method does: fail, or (`lost-after`) do its work and lose the answer. */
export class MemoryJira implements IssueTracker {
  readonly issues: MemoryIssue[] = [];
  readonly mails: MemoryMail[] = [];
  readonly links: { issueKey: string; globalId: string; url: string; as: 'user' | 'app' }[] = [];
  readonly sprints: { sprint: number; issueKey: string }[] = [];
  readonly zones = new Map<string, string | null>();
  /** Pairs `issueKey/accountId` a mail cannot reach. */
  readonly unreachable = new Set<string>();
  /** Pairs `issueKey/accountId` Jira knows to be out of sight. */
  readonly hidden = new Set<string>();
  tellsVisibility = true;
  faults: Partial<Record<keyof IssueTracker, Fault[]>> = {};
  details: Record<string, string> = {};
  calls: string[] = [];
  indexLag = false;
  sprint: { id: number; name: string } | null = { id: 7, name: 'Sprint 7' };
  projects = new Map([['10000', { id: '10000', key: 'SUN', name: 'Sunrise' }]]);
  screen: CreateScreen = {
    issueTypes: [
      { id: '1', name: 'Task', subtask: false },
      { id: '2', name: 'Improvement', subtask: false },
    ],
    required: [],
    fields: ['summary', 'description', 'assignee', 'duedate', 'labels', 'customfield_10020'],
    sprintField: 'customfield_10020',
  };
  /** Called inside `create`, before the issue is there: lets other work in. */
  duringCreate: () => Promise<void> = async () => undefined;

  async createScreen(_projectId: string, issueType: string): Promise<CreateScreen & { issueType: string }> {
    this.begin('createScreen');
    const known = this.screen.issueTypes.some((type) => type.id === issueType);
    return { ...this.screen, issueType: known ? issueType : '1' };
  }

  async openSprint(): Promise<{ id: number; name: string } | null> {
    this.begin('openSprint');
    return this.sprint;
  }

  async create(wish: NewIssue): Promise<{ id: string; key: string }> {
    const fault = this.begin('create');
    await this.duringCreate();
    const n = this.issues.length + 1;
    const { assignee, due, projectId } = wish;
    const made = { id: String(1000 + n), key: `SUN-${n}` };
    this.issues.push({ ...made, wish, done: false, assignee, due, projectId, indexed: !this.indexLag, visible: true });
    if (fault === 'lost-after') throw new JiraFailure('unknown-outcome');
    return made;
  }

  async moveIntoSprint(sprint: number, issueKey: string): Promise<void> {
    this.begin('moveIntoSprint');
    this.sprints.push({ sprint, issueKey });
  }

  async linkBack(issueKey: string, link: { globalId: string; url: string }, as: 'user' | 'app'): Promise<void> {
    this.begin('linkBack');
    this.links.push({ issueKey, globalId: link.globalId, url: link.url, as });
  }

  async findByAction(_projectId: string, actionId: string, attempts: readonly string[]) {
    this.begin('findByAction');
    const found = this.issues.find(
      ({ indexed, wish }) => indexed && wish.property.actionId === actionId && attempts.includes(wish.property.attempt),
    );
    return found ? { id: found.id, key: found.key, attempt: found.wish.property.attempt } : null;
  }

  async propertyOf(issueId: string): Promise<{ actionId: string; attempt: string } | null> {
    this.begin('propertyOf');
    return this.issues.find(({ id }) => id === issueId)?.wish.property ?? null;
  }

  async states(issueIds: readonly string[]): Promise<Map<string, IssueState>> {
    this.begin('states');
    const seen = this.issues.filter(({ id, visible }) => visible && issueIds.includes(id));
    return new Map(
      seen.map(({ id, key, done, assignee, due, projectId }) => [id, { id, key, done, assignee, due, projectId }]),
    );
  }

  async notify(
    issueKey: string,
    to: string,
    mail: { subject: string; text: string; html: string },
  ): Promise<'sent' | 'refused'> {
    const fault = this.begin('notify');
    if (this.unreachable.has(`${issueKey}/${to}`)) return 'refused';
    this.mails.push({ to, through: issueKey, ...mail });
    if (fault === 'lost-after') throw new JiraFailure('unknown-outcome');
    return 'sent';
  }

  async visibleTo(accountId: string, issueIds: readonly string[]): Promise<ReadonlySet<string> | null> {
    this.begin('visibleTo');
    if (!this.tellsVisibility) return null;
    const seen = this.issues.filter(({ id, key }) => issueIds.includes(id) && !this.hidden.has(`${key}/${accountId}`));
    return new Set(seen.map(({ id }) => id));
  }

  async timeZoneOf(accountId: string): Promise<string | null> {
    this.begin('timeZoneOf');
    return this.zones.get(accountId) ?? null;
  }

  async project(projectId: string) {
    this.begin('project');
    return this.projects.get(projectId) ?? null;
  }

  async pageUrl(projectId: string, retroId: string | null): Promise<string> {
    this.begin('pageUrl');
    return `https://jira.example/page/${projectId}${retroId === null ? '' : `/retro/${retroId}`}`;
  }

  async issueUrl(issueKey: string): Promise<string> {
    return `https://jira.example/browse/${issueKey}`;
  }

  private begin(name: keyof IssueTracker): Fault | undefined {
    this.calls.push(name);
    const fault = this.faults[name]?.shift();
    if (fault !== undefined && fault !== 'lost-after')
      throw new JiraFailure(fault, fault === 'fields' ? this.details : {}, fault === 'busy' ? 30 : undefined);
    return fault;
  }
}
