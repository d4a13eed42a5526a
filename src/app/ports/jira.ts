/** Jira as the app needs it. Implemented in platform/jira over @forge/api; every call names who asks. */
import type { FilingField } from '#contract/api';

/** Jira said no, or nothing. `details`: sentences by field id. */
export class JiraFailure extends Error {
  constructor(
    readonly kind: 'fields' | 'forbidden' | 'not-found' | 'busy' | 'unknown-outcome' | 'failed',
    readonly details: Record<string, string> = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(`jira: ${kind}`);
    this.name = 'JiraFailure';
  }
}

export interface NewIssue {
  projectId: string;
  issueType: string;
  summary: string;
  /** Paragraphs and bullets; the tracker makes ADF of them. */
  description: { intro: string; bullets: string[]; link: { text: string; url: string } };
  assignee: string | null;
  due: string | null;
  labels: string[];
  sprint: number | null;
  /** What a form gave for the screen's required fields, by field id; the tracker puts it into Jira's form. */
  fields: Record<string, unknown>;
  /** Value of the entity property `sternlight.action`, set in the same request. */
  property: { actionId: string; retroId: string; teamId: string; attempt: string };
}

export interface IssueState {
  id: string;
  key: string;
  done: boolean;
  assignee: string | null;
  due: string | null;
  /** The project it lies in now. */
  projectId: string;
}

export interface CreateScreen {
  issueTypes: { id: string; name: string; iconUrl?: string; subtask: boolean }[];
  /** Required and not filled by Jira itself, of one issue type. */
  required: FilingField[];
  /** Ids of all fields on the screen. */
  fields: string[];
  /** Id of the sprint field on the screen, if there is one. */
  sprintField: string | null;
}

export interface IssueTracker {
  /** Issue types of a project and the create screen of one of them ('' picks the default). As the user. */
  createScreen(projectId: string, issueType: string): Promise<CreateScreen & { issueType: string }>;
  /** The sprint new work of the project goes into: the active one of its first scrum board (or of `boards`), else the next one. As the user; null without scrum board. */
  openSprint(projectId: string, boards: readonly number[]): Promise<{ id: number; name: string } | null>;
  /** Creates one issue as the user. Throws `JiraFailure`; `unknown-outcome` means it may exist. */
  create(issue: NewIssue, screen: CreateScreen): Promise<{ id: string; key: string }>;
  /** Puts an issue into a sprint, as the user: where the sprint is no field of the create screen. */
  moveIntoSprint(sprint: number, issueKey: string): Promise<void>;
  /** Upserts a remote link by its global id: as the user who files, or later as the app. */
  linkBack(issueKey: string, link: { globalId: string; url: string; title: string }, as: 'user' | 'app'): Promise<void>;
  /** The issue whose property names this action and one of these attempts, as the app; null when search shows none (search lags). */
  findByAction(
    projectId: string,
    actionId: string,
    attempts: readonly string[],
  ): Promise<{ id: string; key: string; attempt: string } | null>;
  /** The property `sternlight.action` of an issue, as the app; null without it or without the issue. */
  propertyOf(issueId: string): Promise<{ actionId: string; attempt: string } | null>;
  /** Present state of issues by id, as the app; missing or invisible ones are absent. One request per 100. */
  states(issueIds: readonly string[]): Promise<Map<string, IssueState>>;
  /** Mails one person through an issue, as the app. `refused`: Jira will not reach this person through it. Throws `busy` when nothing was sent, `unknown-outcome` when nobody knows. */
  notify(
    issueKey: string,
    to: string,
    mail: { subject: string; text: string; html: string },
  ): Promise<'sent' | 'refused'>;
  /** Which of these issues a person may see, as the app; null when Jira does not tell an app. One request per 1000. */
  visibleTo(accountId: string, issueIds: readonly string[]): Promise<ReadonlySet<string> | null>;
  /** A person's IANA time zone, as the app; null when Jira does not show it. */
  timeZoneOf(accountId: string): Promise<string | null>;
  /** Name and key of a project, as the user; null when invisible. */
  project(projectId: string): Promise<{ id: string; key: string; name: string } | null>;
  /** Address of the app's page in a project, or of one retro on it; as the app. */
  pageUrl(projectId: string, retroId: string | null): Promise<string>;
  /** Address of an issue. */
  issueUrl(issueKey: string): Promise<string>;
}
