/** One line of progress, on stderr: stdout belongs to the answer of a command. */
export function sayLine(line) {
  process.stderr.write(`${line}\n`);
}

/** Seconds since `startedAt` (ms of `performance.now`), as people read them: `3.4 s`. */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** Runs `work`, saying `label` at once, then every ten seconds that it goes on, and at the end how long it took. */
export async function withProgress(say, label, work) {
  const startedAt = performance.now();
  say(`${label} ...`);
  const heartbeat = setInterval(() => say(`${label} ... ${secondsSince(startedAt)}`), 10_000);
  try {
    const result = await work();
    say(`${label}: done in ${secondsSince(startedAt)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
