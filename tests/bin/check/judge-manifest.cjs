// Atlassian's own validation of manifest.yml, as `forge deploy` does it; run in the app's directory.
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');

const VALIDATIONS = [
  ValidationTypes.FULL,
  ValidationTypes.PRODUCT_TRIGGER,
  ValidationTypes.AGENT_PRODUCT_CONTEXT,
  ValidationTypes.DEPRECATED_CSP_METHOD,
  ValidationTypes.DEPRECATED_EGRESS_PERMISSIONS,
];

async function complaints(validation) {
  const processor = ProcessorBuilder.instance()
    .withValidation(validation)
    .withOptions({ deprecatedRuntimes: [] })
    .build();
  const { success, errors = [] } = await processor.process('./manifest.yml');
  const lines = errors.map(({ level, line, column, message }) => `manifest.yml:${line}:${column} ${level} ${message}`);
  // A warning is tomorrow's refusal, so it counts.
  return success || lines.length > 0 ? lines : [`${validation}: refused without a reason`];
}

async function main() {
  const lines = [];
  for (const validation of VALIDATIONS) lines.push(...(await complaints(validation)));
  process.stdout.write(`${lines.length ? [...new Set(lines)].join('\n') : `${VALIDATIONS.length} validations`}\n`);
  process.exitCode = lines.length ? 1 : 0;
}

void main();
