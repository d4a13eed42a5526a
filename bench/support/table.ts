const cell = (value: unknown): string => {
  if (typeof value === 'number') return Number.isInteger(value) ? value.toLocaleString('en-US') : value.toPrecision(3);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Prints a result as a table: an object as two columns, a list of objects as one row each. */
export function printTable(name: string, result: unknown): void {
  const rows = Array.isArray(result) ? (result as Record<string, unknown>[]) : null;
  if (rows) {
    const heads = Object.keys(rows[0] ?? {});
    process.stdout.write(`\n${name}\n\n| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|\n`);
    for (const row of rows) process.stdout.write(`| ${heads.map((head) => cell(row[head])).join(' | ')} |\n`);
  } else {
    process.stdout.write(`\n| ${name} | |\n|---|---|\n`);
    for (const [key, value] of Object.entries(result as Record<string, unknown>))
      process.stdout.write(`| ${key} | ${cell(value)} |\n`);
  }
  process.stdout.write('\n');
}
