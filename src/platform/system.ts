/** Time, chance and hashes of the function's runtime. */
import { createHmac, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Hashes, Ids } from '#app/ports/surroundings';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => {
    await wait(ms);
  },
};

export const systemIds: Ids = {
  random: (length) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  chance: () => randomInt(2 ** 40) / 2 ** 40,
};

export const systemHashes: Hashes = {
  hmac: async (key, text) => createHmac('sha256', key).update(text).digest('hex'),
};
