import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, text } from '../kernel/kind.ts';

export const runtimeClaimKind = kind('runtime-claim', {
  doc: 'A version of a runtime that a file of the project asks for, held against the base image of a stage.',
  source: 'https://docs.npmjs.com/cli/configuring-npm/package-json#engines',
  key: 'runtime',
  place: (claim) => claim.place,
  properties: {
    runtime: text('`node`, `python`, …', (claim) => claim.runtime),
    range: text('As the file has it: `>=20 <23`, `lts/jod`.', (claim) => claim.range),
    file: text('Path of the file from the workspace root.', (claim) => claim.file),
    satisfied: flag(
      'True where every version that the image’s tag stands for fits, false where none does, unknown in between.',
      (claim) => claim.satisfied,
    ),
    stage: link('stage', 'The stage.', (claim) => claim.stage),
    text: text('The range as written.', ({ place }) => textAt(place)),
  },
});
