import { fieldById, isRequired, hasDefault, type FieldDefinition } from '../config/fields';
import { FieldProblem, refuseFields } from '../errors';
import type { Issue } from '../model/issues';
import type { Project } from '../model/projects';
import type { Actor, Site } from '../site';
import { CODECS } from './codec';
import { settableFields } from './field-meta';

/** Values as a request names them, by field id, and the operations of its `update` part. */
export interface FieldInput {
  fields?: Record<string, unknown> | undefined;
  update?: Record<string, Record<string, unknown>[]> | undefined;
}

interface WriteContext {
  site: Site;
  actor: Actor;
  project: Project;
  issueTypeId: string;
  issue?: Issue;
}

const SELECTORS = new Set(['project', 'issuetype']);
const notOnScreen = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

/** Applies `{set}`, `{add}` and `{remove}`; the last two only make sense on labels here. */
function applyOperations(field: FieldDefinition, operations: Record<string, unknown>[], previous: unknown): unknown {
  return operations.reduce<unknown>((value, operation) => {
    const [verb, operand] = Object.entries(operation)[0] ?? ['none', undefined];
    if (!field.operations.includes(verb)) throw new FieldProblem(`Field does not support '${verb}' operation`);
    if (verb === 'set') return operand;
    const list = (value as unknown[] | undefined) ?? [];
    return verb === 'add' ? [...list, operand] : list.filter((entry) => entry !== operand);
  }, previous);
}

function requestedValues(
  input: FieldInput,
  context: WriteContext,
  errors: Record<string, string>,
): [string, unknown][] {
  const values = Object.entries(input.fields ?? {}).filter(([id]) => !SELECTORS.has(id));
  for (const [id, operations] of Object.entries(input.update ?? {})) {
    const field = fieldById(id);
    if (!field) errors[id] = notOnScreen(id);
    else if (values.some(([named]) => named === id))
      errors[id] = `Field '${id}' cannot appear in both 'fields' and 'update'`;
    else
      attempt(errors, id, () => {
        values.push([id, applyOperations(field, operations, context.issue?.fields[id])]);
      });
  }
  return values;
}

function attempt(errors: Record<string, string>, id: string, work: () => void): void {
  try {
    work();
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem;
    errors[id] = problem.message;
  }
}

const mustBeAsked = (id: string, issueTypeId: string): boolean =>
  isRequired(id, issueTypeId) && !hasDefault(id) && !SELECTORS.has(id);

/** Required fields that would be empty after the write. */
function missingFields(
  screen: FieldDefinition[],
  parsed: Record<string, unknown>,
  { issueTypeId, issue }: WriteContext,
): FieldDefinition[] {
  const after: Record<string, unknown> = { ...issue?.fields, ...parsed };
  return screen.filter(({ id }) => mustBeAsked(id, issueTypeId) && (after[id] ?? null) === null);
}

/** Parses what a request sets, all problems at once; when creating, also complains about what is missing. Throws 400. */
export function parseFields(input: FieldInput, context: WriteContext): Record<string, unknown> {
  const { site, actor, project, issueTypeId, issue } = context;
  const screen = settableFields(site, actor, project, issueTypeId);
  const errors: Record<string, string> = {};
  const parsed: Record<string, unknown> = {};
  for (const [id, value] of requestedValues(input, context, errors)) {
    const field = screen.find((candidate) => candidate.id === id);
    if (!field) errors[id] = notOnScreen(id);
    else
      attempt(errors, id, () => {
        const previous = issue?.fields[id];
        parsed[id] = CODECS[field.codec].parse(value, {
          site,
          actor,
          field,
          projectId: project.id,
          issueTypeId,
          previous,
        });
      });
  }
  for (const field of missingFields(screen, parsed, context))
    errors[field.id] ??=
      field.id === 'summary' ? 'You must specify a summary of the issue.' : `${field.name} is required.`;
  if (Object.keys(errors).length > 0) throw refuseFields(errors);
  return parsed;
}
