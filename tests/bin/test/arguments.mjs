/** `npm test -- [--long] [--no-check] [pattern ...]`: patterns choose test files by path, as jest does, and skip the check. */
export function readArguments(argv) {
  const unknown = argv.filter((arg) => arg.startsWith('--') && arg !== '--long' && arg !== '--no-check');
  if (unknown.length > 0)
    throw new Error(`npm test does not know ${unknown.join(' ')}: try --long, --no-check or a pattern`);
  const patterns = argv.filter((arg) => !arg.startsWith('--'));
  return {
    long: argv.includes('--long'),
    check: patterns.length === 0 && !argv.includes('--no-check'),
    patterns,
  };
}
