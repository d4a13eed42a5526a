const { appendFileSync } = require('node:fs');
const { relative } = require('node:path');

/** Jest reporter: one JSON line per test file, appended to the file named by TALLY_FILE. */
module.exports = class TallyReporter {
  onTestResult(_test, result) {
    const { start, end } = result.perfStats;
    const line = {
      file: relative(process.cwd(), result.testFilePath),
      seconds: Math.max(0, end - start) / 1000,
      passed: result.numPassingTests,
      // A file that does not even load has no tests to fail.
      failed: result.numFailingTests + (result.testExecError && result.numFailingTests === 0 ? 1 : 0),
      skipped: result.numPendingTests + result.numTodoTests,
    };
    appendFileSync(process.env.TALLY_FILE, `${JSON.stringify(line)}\n`);
  }
};
