// Compiles the Compose Specification's schema to a validator that loads nothing; --check only says whether it is stale.
//
// @source the Go module github.com/compose-spec/compose-go/v2 2.16.2
// @asOf 2026-11-21
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const Ajv = require('ajv').default;
const standalone = require('ajv/dist/standalone').default;

/** Keys whose text Compose reads as a duration, which the schema does not say. */
const DURATIONS = new Set([
  'interval',
  'timeout',
  'start_period',
  'start_interval',
  'stop_grace_period',
  'delay',
  'monitor',
  'window',
]);
const folder = join(import.meta.dirname, '../packages/facts/src/compose/schema');
const schema = simplify(JSON.parse(readFileSync(join(folder, 'compose-spec.json'), 'utf8')));

/** As Compose reads them: Go's durations, with days and weeks. */
const duration = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h|d|w))+)$/;
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  messages: false,
  inlineRefs: false,
  formats: { duration },
  code: { source: true, esm: true, lines: false, optimize: 2 },
});
ajv.addSchema(schema, 'compose');
const compiled = standalone(ajv, { validateCompose: 'compose' });
// The compiled code holds the schema; it also serves to name the keys that a place knows.
const [, name] = /const (\w+) = \{"\$schema"/.exec(compiled);
const code = `${compiled}\nexport { ${name} as composeSchema };`;
const { outputFiles } = await build({
  stdin: { contents: code, resolveDir: folder },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  platform: 'node',
  charset: 'utf8',
});

const written = {
  'validate-compose.generated.js': outputFiles[0].text,
};
const stale = Object.entries(written).filter(([name, text]) => readText(join(folder, name)) !== text);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`Stale, run npm run generate:\n${stale.map(([name]) => `  ${join(folder, name)}`).join('\n')}`);
    process.exitCode = 1;
  }
} else for (const [name, text] of stale) writeFileSync(join(folder, name), text);

/**
 * Without descriptions and `uniqueItems`; `allOf` of plain objects with `unevaluatedProperties: false` written as one
 * object, so that a key with a wrong value is not reported as unknown too.
 */
function simplify(schema) {
  const definitions = schema.$defs;
  const pointers = (name) =>
    Object.fromEntries(
      Object.keys(definitions[name].properties).map((key) => [key, { $ref: `#/$defs/${name}/properties/${key}` }]),
    );
  const walk = (node) => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const { description, uniqueItems, allOf, unevaluatedProperties, ...rest } = node;
    const kept = typeof description === 'string' || description === undefined ? rest : { description, ...rest };
    if (!allOf)
      return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, walk(withFormat(key, value))]));
    const names = allOf.map((part) => part.$ref.slice('#/$defs/'.length));
    const parts = names.map((name) => definitions[name]);
    const properties = Object.assign({}, ...names.map(pointers), kept.properties);
    const patternProperties = Object.assign({}, ...parts.map((part) => part.patternProperties), kept.patternProperties);
    return walk({
      ...kept,
      type: 'object',
      properties,
      patternProperties,
      additionalProperties: unevaluatedProperties ?? true,
    });
  };
  const { $schema, $id, ...rest } = walk(schema);
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...rest };
}

function withFormat(key, value) {
  return DURATIONS.has(key) && value?.type === 'string' ? { ...value, format: 'duration' } : value;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
