import fc from 'fast-check';
import { findImages } from '../images/find-images.ts';
import { workspaceOf } from '../testing/workspace-of.ts';
import { inputGlobs } from './input-globs.ts';
import { inputsOf } from './inputs-of.ts';

const line = fc.constantFrom(
  ...[
    'FROM scratch',
    'FROM a AS b',
    'FROM b AS a',
    'FROM $A',
    'FROM app',
    'ARG A=b',
    'ARG A',
    'ENV A=$A',
    'ONBUILD COPY . /',
    'ONBUILD FROM x',
  ],
  ...[
    'COPY . .',
    'COPY $A/x $B /y',
    'COPY --from=a . .',
    'COPY --from=0 x y',
    'COPY --from=$A x y',
    'COPY --from=9999999999 x y',
    'COPY x',
    'COPY',
    'ADD http://x/$A y',
  ],
  ...[
    'COPY <<E /x',
    'E',
    'RUN --mount=from=b true',
    'RUN --mount=type=$A true',
    'RUN --mount= true',
    'RUN turbo prune $A',
    'RUN <<E',
    '# syntax=x',
    'COPY --exclude=$A --parents [a *b /',
  ],
);

test('any Dockerfile has inputs or a reason why not, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.boolean(), (lines, context) => {
      const world = workspaceOf({ Dockerfile: lines.join('\n') });
      const contexts: Record<string, string> = context ? { b: 'target:app', a: '.', scratch: 'docker-image://x' } : {};
      const { images } = findImages({
        world,
        config: { build: { contexts }, images: { app: { dockerfile: 'Dockerfile', context: '.' } } },
      });
      for (const image of images) {
        const { inputs, diagnostics } = inputsOf(world, image, images);
        expect(inputs === undefined).toBe(diagnostics.length > 0);
        if (!inputs) continue;
        expect(inputs.meaning).toContain('target stage:');
        expect(inputGlobs(inputs)).toContain('Dockerfile');
        // What is widened shows.
        const all = inputs.contexts.flatMap(({ sources }) => sources.map(({ path }) => path));
        if (inputs.widened.length > 0) expect(all).toContain('.');
      }
    }),
    { numRuns: 300 },
  );
});

test('long chains of stages and images end', () => {
  const stages = Array.from(
    { length: 3000 },
    (_, at) => `FROM ${at === 0 ? 'scratch' : `s${at - 1}`} AS s${at}\nCOPY f${at} /`,
  );
  const files: Record<string, string> = { Dockerfile: stages.join('\n') };
  const projects: Record<string, string> = { app: '.' };
  for (let at = 0; at < 300; at++) {
    files[`a${at}/Dockerfile`] = `FROM dockwarden.local/a${(at + 1) % 300}`;
    projects[`a${at}`] = `a${at}`;
  }
  const world = workspaceOf(files, projects);
  const { images } = findImages({ world, config: {} });
  const start = performance.now();
  const readings = images.map((image) => inputsOf(world, image, images));
  expect(readings.filter(({ diagnostics }) => diagnostics[0]?.code === 'inputs/cycle')).toHaveLength(300);
  expect(readings.find(({ inputs }) => inputs)?.inputs?.contexts[0]?.sources).toHaveLength(3000);
  expect(performance.now() - start).toBeLessThan(20_000);
});
