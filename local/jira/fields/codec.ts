import { adfText, parseAdf, type AdfNode } from '../adf';
import { renderIssueType, issueTypeById } from '../config/issue-types';
import type { CodecName } from '../config/fields';
import { PRIORITIES, renderPriority } from '../config/priorities';
import { renderStatus, statusById } from '../config/workflow';
import { FieldProblem } from '../errors';
import { can } from '../model/permissions';
import { findIssue } from '../model/issues';
import { findProject, renderProject } from '../model/projects';
import { findUser, renderAccount } from '../model/users';
import type { Actor, Site } from '../site';
import type { FieldContext } from './field-context';
import { renderSprintValue, parseSprint } from './sprint-codec';

/** One kind of value: checked on the way in (throws FieldProblem), rendered on the way out, and as changelogs name it. */
export interface Codec {
  parse(input: unknown, context: FieldContext): unknown;
  render(value: unknown, site: Site, viewer: Actor): unknown;
  log(value: unknown, site: Site): { id: string | null; text: string | null };
}

const plain = (value: unknown): { id: null; text: string | null } => ({
  id: null,
  text: value === null || value === undefined ? null : String(value),
});
const asIs = (value: unknown): unknown => value ?? null;

const ref = (input: unknown): Record<string, unknown> => {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new FieldProblem('data was not an object');
  return input as Record<string, unknown>;
};

const text: Codec = {
  parse(input, { field }) {
    if (input !== null && typeof input !== 'string') throw new FieldProblem('Operation value must be a string');
    if (field.id !== 'summary') return input;
    const summary = (input ?? '').trim();
    if (!summary) throw new FieldProblem('You must specify a summary of the issue.');
    if (summary.length > 255) throw new FieldProblem('Summary must be less than 255 characters.');
    if (/[\r\n]/.test(summary))
      throw new FieldProblem('The summary is invalid because it contains newline characters.');
    return summary;
  },
  render: asIs,
  log: plain,
};

/** Jira keeps up to 32,767 characters in such a field. */
const adf: Codec = {
  parse(input) {
    if (input === null) return null;
    const document = parseAdf(input);
    if (adfText(document).length > 32_767)
      throw new FieldProblem('The entered text is too long. It exceeds the allowed limit of 32,767 characters.');
    return document;
  },
  render: asIs,
  log: (value) => plain(value ? adfText(value as AdfNode).trim() : null),
};

const user: Codec = {
  parse(input, { site, field, projectId }) {
    if (input === null) {
      if (field.id === 'reporter') throw new FieldProblem('Reporter is required.');
      return null;
    }
    const { accountId, id } = ref(input);
    const account = accountId ?? id;
    if (account === null || account === '-1') return null;
    const person = typeof account === 'string' ? findUser(site, account) : undefined;
    if (!person) throw new FieldProblem(`Specify a valid 'accountId' for ${field.name.toLowerCase()}`);
    if (field.id === 'assignee' && !can(site, person.accountId, 'ASSIGNABLE_USER', projectId))
      throw new FieldProblem(`User '${person.displayName}' cannot be assigned issues.`);
    return person.accountId;
  },
  render: (value, site, viewer) => renderAccount(site, value as string | null, viewer),
  log: (value, site) => ({
    id: (value as string | null) ?? null,
    text: value ? (findUser(site, value as string)?.displayName ?? null) : null,
  }),
};

const priority: Codec = {
  parse(input) {
    const { id, name } = ref(input);
    const found = PRIORITIES.find((candidate) => candidate.id === id || (id === undefined && candidate.name === name));
    if (!found) throw new FieldProblem('The priority selected is invalid.');
    return found.id;
  },
  render: (value, site) => {
    const found = PRIORITIES.find((candidate) => candidate.id === value);
    return found ? renderPriority(found, site.url()) : null;
  },
  log: (value) => ({ id: value as string, text: PRIORITIES.find((candidate) => candidate.id === value)?.name ?? null }),
};

const labels: Codec = {
  parse(input) {
    if (input === null) return [];
    if (!Array.isArray(input)) throw new FieldProblem('data was not an array');
    for (const label of input as unknown[]) {
      if (typeof label !== 'string') throw new FieldProblem('string expected at index 0');
      if (/\s/.test(label)) throw new FieldProblem(`The label '${label}' contains spaces which is invalid.`);
      if (label.length > 255)
        throw new FieldProblem(`The label '${label}' exceeds the maximum length for a single label (255 characters).`);
    }
    return [...new Set(input as string[])].sort();
  },
  render: (value) => value ?? [],
  log: (value) => ({ id: null, text: ((value as string[] | undefined) ?? []).join(' ') }),
};

const isDate = (input: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(input) && new Date(`${input}T00:00:00Z`).toJSON()?.startsWith(input) === true;
const date: Codec = {
  parse(input) {
    if (input === null) return null;
    if (typeof input !== 'string' || Number.isNaN(Date.parse(input)) || !isDate(input))
      throw new FieldProblem(`Error parsing date string: ${String(input)}`);
    return input;
  },
  render: asIs,
  log: (value) => ({ id: (value as string | null) ?? null, text: value ? `${String(value)} 00:00:00.0` : null }),
};

const number: Codec = {
  parse(input) {
    if (input !== null && typeof input !== 'number') throw new FieldProblem('Operation value must be a number');
    return input;
  },
  render: asIs,
  log: plain,
};

const option: Codec = {
  parse(input, { field }) {
    if (input === null) return null;
    const { id, value } = ref(input);
    const found = field.options?.find(
      (candidate) => candidate.id === id || (id === undefined && candidate.value === value),
    );
    if (!found)
      throw new FieldProblem(
        id === undefined ? `Option value '${String(value)}' is not valid` : `Option id '${String(id)}' is not valid`,
      );
    return found;
  },
  render(value, site) {
    if (!value) return null;
    const chosen = value as { id: string; value: string };
    return { self: `${site.url()}/rest/api/3/customFieldOption/${chosen.id}`, value: chosen.value, id: chosen.id };
  },
  log: (value) => ({
    id: (value as { id: string } | null)?.id ?? null,
    text: (value as { value: string } | null)?.value ?? null,
  }),
};

const sprint: Codec = {
  parse: parseSprint,
  render: renderSprintValue,
  log: (value, site) => {
    const shown = renderSprintValue(value, site) as { id: number; name: string }[] | null;
    return {
      id: (shown ?? []).map((entry) => entry.id).join(', '),
      text: (shown ?? []).map((entry) => entry.name).join(', '),
    };
  },
};

const parent: Codec = {
  parse(input, { site, actor, projectId, issueTypeId }) {
    if (input === null) return null;
    const { id, key } = ref(input);
    const found = findIssue(site, String(id ?? key ?? ''));
    if (!found || !can(site, actor.accountId, 'BROWSE_PROJECTS', found.projectId))
      throw new FieldProblem('Could not find issue by id or key.');
    if (found.projectId !== projectId)
      throw new FieldProblem('Sub-tasks must be created in the same project as the parent.');
    const level = issueTypeById(found.issueTypeId).hierarchyLevel;
    if (level !== issueTypeById(issueTypeId).hierarchyLevel + 1)
      throw new FieldProblem('Given parent work item does not belong to appropriate hierarchy.');
    return found.id;
  },
  render(value, site) {
    const found = value ? findIssue(site, value as string) : undefined;
    if (!found) return undefined;
    return {
      id: found.id,
      key: found.key,
      self: `${site.url()}/rest/api/3/issue/${found.id}`,
      fields: {
        summary: found.fields.summary,
        status: renderStatus(statusById(found.statusId), site.url()),
        priority: priority.render(found.fields.priority, site, {
          accountId: '',
          kind: 'anonymous',
          selfGenerated: false,
        }),
        issuetype: renderIssueType(issueTypeById(found.issueTypeId), site.url()),
      },
    };
  },
  log: (value, site) => ({
    id: (value as string | null) ?? null,
    text: value ? (findIssue(site, value as string)?.key ?? null) : null,
  }),
};

const fixed = (render: Codec['render']): Codec => ({
  parse: (_input, { field }) => {
    throw new FieldProblem(`Field '${field.id}' cannot be set. It is not on the appropriate screen, or unknown.`);
  },
  render,
  log: plain,
});

/** One codec a kind of field. */
export const CODECS: Record<CodecName, Codec> = {
  text,
  adf,
  user,
  priority,
  labels,
  date,
  number,
  option,
  sprint,
  parent,
  rank: fixed(
    (value) =>
      `0|i${Math.round(Number(value) * 1e6)
        .toString(36)
        .padStart(9, '0')}:`,
  ),
  project: fixed((value, site) => {
    const found = findProject(site, String(value));
    return found ? renderProject(site, found) : null;
  }),
  issuetype: fixed((value, site) => renderIssueType(issueTypeById(String(value)), site.url())),
  readonly: fixed(asIs),
};
