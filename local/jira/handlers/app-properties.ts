import * as v from 'valibot';
import { JiraError } from '../errors';
import { deleteProperty, getProperty, propertyKeys, setProperty } from '../model/properties';
import { noContent, ok, operation } from '../operation';
import { VALUE_LENGTH } from './entity-properties';

/** App properties have limits and words of their own. Source: reference of /rest/forge/1/app/properties. */
const KEY_LENGTH = 127;
const APP = 'app';
const PATH = '/rest/forge/1/app/properties';

const message = (statusCode: number, text: string): { message: string; statusCode: number } => ({
  message: text,
  statusCode,
});
const refusal = (statusCode: number, text: string): JiraError => new JiraError(statusCode, message(statusCode, text));

/** Only the app itself (asApp) may use these; their scopes are optional, so none is asked for. */
export const appPropertyOperations = [
  operation({
    method: 'GET',
    path: PATH,
    scopes: {},
    appOnly: true,
    handle: ({ site }) =>
      ok({
        keys: propertyKeys(site, APP, APP).map((key) => ({
          key,
          self: `${site.url()}${PATH}/${encodeURIComponent(key)}`,
        })),
      }),
  }),
  operation({
    method: 'GET',
    path: `${PATH}/{propertyKey}`,
    scopes: {},
    appOnly: true,
    handle({ site, params }) {
      const key = params['propertyKey'] ?? '';
      const value = getProperty(site, APP, APP, key);
      if (value === undefined) throw refusal(404, `Property with key ${key} not found.`);
      return ok({ key, value });
    },
  }),
  operation({
    method: 'PUT',
    path: `${PATH}/{propertyKey}`,
    scopes: {},
    appOnly: true,
    body: v.unknown(),
    handle({ site, params, body }) {
      const key = params['propertyKey'] ?? '';
      if (key.length > KEY_LENGTH)
        throw refusal(400, `The property key can't be longer than ${KEY_LENGTH} characters.`);
      if (body === undefined) throw refusal(400, "The property value can't be empty.");
      if (JSON.stringify(body).length > VALUE_LENGTH)
        throw refusal(400, `The property value can't be longer than ${VALUE_LENGTH} characters.`);
      const isNew = setProperty(site, APP, APP, key, body);
      return isNew ? { status: 201, body: message(201, 'Property created.') } : ok(message(200, 'Property updated.'));
    },
  }),
  operation({
    method: 'DELETE',
    path: `${PATH}/{propertyKey}`,
    scopes: {},
    appOnly: true,
    handle({ site, params }) {
      const key = params['propertyKey'] ?? '';
      if (!deleteProperty(site, APP, APP, key)) throw refusal(404, `Property with key ${key} not found.`);
      return noContent();
    },
  }),
];
