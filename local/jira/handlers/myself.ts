import { refuse } from '../errors';
import { ok, operation, q } from '../operation';
import { visibleProjects } from '../model/projects';
import { findUser, renderUser } from '../model/users';
import { SITE_ZONE } from '../site';
import { READ_USER, READ_WORK } from '../scope-sets';

/** GET myself; GET serverInfo. */
export const myselfOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/myself',
    scopes: READ_USER,
    query: { expand: q.text },
    handle({ site, actor, charge }) {
      charge({ identity: 1 });
      const user = findUser(site, actor.accountId);
      if (!user) throw new Error('An actor without an account');
      const empty = { size: 0, items: [] };
      return ok({
        ...renderUser(site, user, actor),
        locale: 'en_US',
        groups: empty,
        applicationRoles: { ...empty, size: 1 },
        expand: 'groups,applicationRoles',
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    scopes: {},
    anonymous: true,
    handle: ({ site }) =>
      ok({
        baseUrl: site.url(),
        displayUrl: site.url(),
        displayUrlServicedeskHelpCenter: site.url(),
        displayUrlConfluence: site.url(),
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_275,
        buildDate: '2026-11-02T00:00:00.000+0100',
        serverTime: new Date(site.clock.now()).toISOString().replace('Z', '+0000'),
        scmInfo: '0000000000000000000000000000000000000000',
        serverTitle: 'Jira',
        defaultLocale: { locale: 'en_US' },
        serverTimeZone: SITE_ZONE,
      }),
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/data-policy/project',
    scopes: READ_WORK,
    query: { ids: q.text },
    handle({ site, actor, query }) {
      const ids = (query.ids ?? '').split(',').filter(Boolean);
      const known = visibleProjects(site, actor).filter((project) => ids.includes(project.id));
      if (known.length < ids.length)
        throw refuse(400, 'Invalid request: some projects are not available or do not exist.');
      return ok({
        projectDataPolicies: known.map(({ id }) => ({ id: Number(id), dataPolicy: { anyContentBlocked: false } })),
      });
    },
  }),
];
