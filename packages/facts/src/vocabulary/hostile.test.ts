import fc from 'fast-check';
import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { subjectsOf } from '../root/subjects.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { misfit } from '../testing/read-fact.ts';
import { vocabulary } from './registry.ts';

const pieces = [
  ...[
    'FROM ',
    'FROM a AS b',
    'FROM b',
    'FROM ${A}',
    'ARG A',
    'ARG A=$A',
    'ENV A=$B B=$A',
    'ENV ',
    'USER ',
    'USER $A:',
    'WORKDIR ..',
    'EXPOSE 1-9999999999',
  ],
  ...[
    'EXPOSE $A',
    'LABEL ',
    'LABEL a',
    'CMD [',
    'CMD []',
    'ENTRYPOINT [""]',
    'ENTRYPOINT exec',
    'SHELL []',
    'SHELL ["",""]',
    'HEALTHCHECK',
    'HEALTHCHECK CMD',
  ],
  ...[
    'HEALTHCHECK --interval= CMD curl :',
    'COPY --from= a',
    'COPY --from=9 a b',
    'COPY --chmod=8 a /root',
    'ADD x',
    'RUN',
    'RUN --mount=from=b',
    'RUN <<E',
    'ONBUILD',
  ],
  ...[
    'ONBUILD ONBUILD ENV A=$A',
    'ONBUILD FROM b',
    '"',
    "'",
    '\\',
    '${',
    '$',
    '\n',
    ' ',
    '# escape=`\n',
    '\u0000',
    'é',
    '=',
    '[',
    ']',
    ',',
    '@',
    ':',
  ],
];

/** Reads every property of every fact of a Dockerfile; answers what is wrong with the values. */
function readAll(text: string): string[] {
  const root = { kind: 'dockerfile', node: dockerfileOf(text) } as const;
  const faults: string[] = [];
  for (const [name, kind] of Object.entries(vocabulary) as unknown as [KindName, Kind][]) {
    for (const node of subjectsOf(root, name) ?? []) {
      for (const [key, property] of Object.entries(kind.properties)) {
        const fault = misfit(property as never, property.read(node as never));
        const place = property.at?.(node as never);
        if (fault) faults.push(`${name}.${key}: ${fault}`);
        if (place && (place.span.start > place.span.end || place.span.end > place.source.text.length))
          faults.push(`${name}.${key}: no place`);
      }
    }
  }
  return faults;
}

test('no text breaks a fact', () => {
  const line = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((words) => words.join(''));
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, (each) => {
      expect(readAll(each)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
