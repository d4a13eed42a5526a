import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Clears the lock of a process that no longer exists; an empty file is one being written just now. */
function clearAbandoned(path) {
  const holder = Number(readFileSync(path, { encoding: 'utf8', flag: 'a+' }));
  if (holder > 0 && !isAlive(holder)) rmSync(path, { force: true });
}

/** Runs `work` while no other process holds `path`; waits for the other one, and says so. */
export async function withLock(path, say, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waits = 0; !take(path); waits += 1) {
    if (waits === 0) say('Another command is preparing; waiting for it ...');
    clearAbandoned(path);
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
