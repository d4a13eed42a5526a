import type { Route } from '../../static/retro/src/routes';
import { parseRoute, pathOf } from '../../static/retro/src/routes';

const RETRO = 'p10000.abcdefghijkl';

test.each<[string, Route]>([
  ['/', { name: 'home' }],
  ['', { name: 'home' }],
  [`/retro/${RETRO}`, { name: 'retro', retroId: RETRO }],
  [`/retro/${RETRO}/summary`, { name: 'summary', retroId: RETRO }],
  ['/team/p10000', { name: 'team', teamId: 'p10000' }],
])('%s is a place of the page', (path, route) => {
  expect(parseRoute(path)).toEqual(route);
});

test.each([
  '/nonsense',
  '/retro',
  '/retro/<script>',
  `/retro/${RETRO}/summary/more`,
  `/retro/${RETRO}/export`,
  '/team/../retro',
  '/team/p10000/members',
])('%s is no place, and says so instead of guessing', (path) => {
  expect(parseRoute(path)).toEqual({ name: 'lost' });
});

test('the address of every place leads back to it', () => {
  const routes: Route[] = [
    { name: 'home' },
    { name: 'home', teamId: 'tabcdefghijkl' },
    { name: 'retro', retroId: RETRO },
    { name: 'summary', retroId: RETRO },
    { name: 'team', teamId: 'p7' },
  ];
  for (const route of routes) {
    const [path = '', search = ''] = pathOf(route).split('?');
    expect(parseRoute(path, search)).toEqual(route);
  }
});

test('a team in the address that is none falls back to the first team', () => {
  expect(parseRoute('/', '?team=<b>')).toEqual({ name: 'home' });
});
