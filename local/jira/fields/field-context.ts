import type { FieldDefinition } from '../config/fields';
import type { Actor, Site } from '../site';
/** Around the value: whose project and type it is set in. `previous` is what the issue holds now. */
export interface FieldContext {
  site: Site;
  actor: Actor;
  field: FieldDefinition;
  projectId: string;
  issueTypeId: string;
  previous?: unknown;
}
