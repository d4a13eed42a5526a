import type { Usage, BenchSite } from '../../../bench/support/site';
import { enter, until, type BenchPerson } from '../../../bench/support/person';
import type { AttackSite } from './attack-site';

const timers = {
  set: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The site as the app's own session code wants it. */
function asBenchSite(site: AttackSite): BenchSite {
  return {
    url: site.url,
    members: [],
    get: (path) => site.get(path),
    post: (path, body) => site.post(path, body),
    invoke: async <T>(as: string, key: string, payload: object) => {
      const answer = await site.ask(as, key, payload);
      if (!answer.ok) throw new Error(answer.error);
      return answer.value as T;
    },
    usage: () => site.get<Usage>('/usage'),
    forgetUsage: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

/** Somebody with the app's own session and its live events, in time that runs by itself; waits until the board stands. */
export async function enterRetro(
  site: AttackSite,
  accountId: string,
  retroId: string,
  seed: number,
): Promise<BenchPerson> {
  const clock = { now: () => Date.now() };
  const person = await enter(asBenchSite(site), accountId, retroId, seed, { clock, timers });
  await until(person.session, () => person.session.view().connection === 'live', 20_000, 'a live board');
  return person;
}
