import { hasDefault, isRequired, screenOf, type FieldDefinition } from '../config/fields';
import { issueTypeById, renderIssueType } from '../config/issue-types';
import { DEFAULT_PRIORITY, PRIORITIES, renderPriority } from '../config/priorities';
import { can } from '../model/permissions';
import { renderProject, type Project } from '../model/projects';
import type { Actor, Site } from '../site';

function allowedValues(
  site: Site,
  field: FieldDefinition,
  project: Project,
  issueTypeId: string,
): unknown[] | undefined {
  switch (field.codec) {
    case 'priority':
      return PRIORITIES.map((priority) => renderPriority(priority, site.url()));
    case 'option':
      return field.options?.map(({ id, value }) => ({
        self: `${site.url()}/rest/api/3/customFieldOption/${id}`,
        value,
        id,
      }));
    case 'project':
      return [renderProject(site, project)];
    case 'issuetype':
      return [renderIssueType(issueTypeById(issueTypeId), site.url())];
    default:
      return undefined;
  }
}

function defaultValue(site: Site, field: FieldDefinition): unknown {
  const priority = PRIORITIES.find((candidate) => candidate.id === DEFAULT_PRIORITY);
  return field.codec === 'priority' && priority ? renderPriority(priority, site.url()) : undefined;
}

function autoComplete(site: Site, field: FieldDefinition, project: Project): string | undefined {
  if (field.id === 'assignee') return `${site.url()}/rest/api/3/user/assignable/search?project=${project.key}&query=`;
  if (field.id === 'reporter') return `${site.url()}/rest/api/3/user/recommend?context=Reporter&issueKey=`;
  if (field.id === 'labels') return `${site.url()}/rest/api/1.0/labels/suggest?query=`;
  return undefined;
}

/** Permissions without which a field is not on anybody's screen. */
const GUARDED: Record<string, string> = {
  reporter: 'MODIFY_REPORTER',
  assignee: 'ASSIGN_ISSUES',
  duedate: 'SCHEDULE_ISSUES',
};

/** The fields this actor may set on issues of the type: one table for createmeta, editmeta and the checks of a write. */
export function settableFields(site: Site, actor: Actor, project: Project, issueTypeId: string): FieldDefinition[] {
  return screenOf(project, issueTypeId).filter((field) => {
    const permission = GUARDED[field.id];
    return permission === undefined || can(site, actor.accountId, permission, project.id);
  });
}

/** One field as createmeta and editmeta describe it (OpenAPI schema FieldMetadata; createmeta adds `fieldId`). */
export function renderFieldMeta(
  site: Site,
  field: FieldDefinition,
  project: Project,
  issueTypeId: string,
): Record<string, unknown> {
  const values = allowedValues(site, field, project, issueTypeId);
  const fallback = defaultValue(site, field);
  const completion = autoComplete(site, field, project);
  return {
    required: isRequired(field.id, issueTypeId),
    schema: field.schema,
    name: field.name,
    key: field.id,
    ...(completion ? { autoCompleteUrl: completion } : {}),
    hasDefaultValue: hasDefault(field.id),
    operations: field.operations,
    ...(values ? { allowedValues: values } : {}),
    ...(fallback ? { defaultValue: fallback } : {}),
  };
}
