import { asUser, route } from '@forge/api';
import type { FilingField } from '#contract/api';
import type { CreateScreen } from '#app/ports/jira';
import { JiraFailure } from '#app/ports/jira';
import { JSON_HEADERS, askJson } from './ask';
import type { Json } from './read-json';
import { asList, asObject, asString } from './read-json';

const SPRINT = 'com.pyxis.greenhopper.jira:gh-sprint';
const TEXT_AREA = 'com.atlassian.jira.plugin.system.customfieldtypes:textarea';
/** Jira's maximum; a screen with more fields than two pages of it is not read further. */
const PAGE = 200;
const PAGES_MAX = 2;

/** Jira fills these by itself, whatever createmeta calls required. */
const BY_JIRA = new Set(['project', 'issuetype', 'reporter']);

/** Issue types of a project and the create screen of one of them ('' picks "Task", else the first). As the user. */
export async function readCreateScreen(
  projectId: string,
  issueType: string,
): Promise<CreateScreen & { issueType: string }> {
  const issueTypes = await readIssueTypes(projectId);
  const usable = issueTypes.filter((type) => !type.subtask);
  const chosen =
    usable.find((type) => type.id === issueType) ?? usable.find((type) => type.name === 'Task') ?? usable[0];
  if (!chosen) throw new JiraFailure('forbidden');
  const fields = await readFields(projectId, chosen.id);
  return {
    issueType: chosen.id,
    issueTypes: usable,
    required: fields.filter(mustBeAsked).map(filingField),
    fields: fields.map(idOf),
    sprintField: fields.filter(isSprint).map(idOf)[0] ?? null,
  };
}

async function readIssueTypes(projectId: string): Promise<CreateScreen['issueTypes']> {
  const answer = await askJson('read', (signal) =>
    asUser().requestJira(route`/rest/api/3/issue/createmeta/${projectId}/issuetypes?maxResults=${PAGE}`, {
      headers: JSON_HEADERS,
      signal,
    }),
  );
  return asList(asObject(answer).issueTypes)
    .map(asObject)
    .map((type) => ({
      id: asString(type.id),
      name: asString(type.name),
      subtask: type.subtask === true,
      ...(asString(type.iconUrl) === '' ? {} : { iconUrl: asString(type.iconUrl) }),
    }));
}

async function readFields(projectId: string, issueType: string): Promise<Json[]> {
  const fields: Json[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const startAt = page * PAGE;
    const answer = asObject(
      await askJson('read', (signal) =>
        asUser().requestJira(
          route`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${issueType}?startAt=${startAt}&maxResults=${PAGE}`,
          { headers: JSON_HEADERS, signal },
        ),
      ),
    );
    const list = asList(answer.fields).map(asObject);
    fields.push(...list);
    if (list.length === 0 || fields.length >= Number(answer.total ?? 0)) break;
  }
  return fields;
}

const idOf = (field: Json): string => asString(field.fieldId);
const schemaOf = (field: Json): Json => asObject(field.schema);
const isSprint = (field: Json): boolean => schemaOf(field).custom === SPRINT;
const mustBeAsked = (field: Json): boolean =>
  field.required === true && field.hasDefaultValue !== true && !BY_JIRA.has(idOf(field)) && !isSprint(field);

/** A field of the create screen, reduced to what a form needs. */
export function filingField(field: Json): FilingField {
  const options = asList(field.allowedValues)
    .map(asObject)
    .map((option) => ({ id: asString(option.id), name: asString(option.value) || asString(option.name) }))
    .filter((option) => option.id !== '');
  return { id: idOf(field), name: asString(field.name), type: typeOf(schemaOf(field), options.length > 0), options };
}

const PLAIN: Record<string, FilingField['type']> = {
  string: 'string',
  number: 'number',
  date: 'date',
  user: 'user',
};

/** Kinds that are chosen from a list of ids. A cascade (option-with-child) is more than that. */
const CHOSEN = new Set(['option', 'priority', 'version', 'component', 'resolution']);

const isRichText = (schema: Json): boolean =>
  schema.custom === TEXT_AREA || schema.system === 'description' || schema.system === 'environment';

function typeOf(schema: Json, hasOptions: boolean): FilingField['type'] {
  const type = asString(schema.type);
  if (type === 'string' && isRichText(schema)) return 'text';
  if (type === 'array') return hasOptions ? 'options' : 'unknown';
  if (CHOSEN.has(type)) return hasOptions ? 'option' : 'unknown';
  return PLAIN[type] ?? 'unknown';
}
