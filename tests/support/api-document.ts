/** An OpenAPI description, as far as the oracle looks at it. */
export interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  schema?: { type?: string };
}
interface Media {
  schema?: object;
  example?: unknown;
}
export interface ApiOperation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Record<string, Media> };
  security?: Record<string, string[]>[];
  responses: Record<string, { content?: Record<string, Media> }>;
  [extension: `x-${string}`]: unknown;
}
export interface ApiDocument {
  paths: Record<string, Record<string, ApiOperation> & { parameters?: Parameter[] }>;
  components: { schemas: Record<string, Record<string, unknown>> };
}
