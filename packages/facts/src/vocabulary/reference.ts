import { isByIndex } from '../image/references.ts';
import { flag, kind, link, oneOf, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';

export const referenceKind = kind('reference', {
  doc: 'A place that names an image, a stage or a build context: FROM, COPY --from, RUN --mount=from, `image` of a service, a Bake target.',
  source: 'https://docs.docker.com/reference/dockerfile/#from',
  key: 'text',
  place: (reference) => reference.place,
  properties: {
    use: oneOf(
      ['from', 'copy', 'mount', 'service', 'bake'],
      'What it is for; `bake` of a Bake target that builds a stage.',
      (reference) => reference.use,
    ),
    kind: oneOf(
      ['image', 'stage', 'scratch', 'context'],
      'What it names; a context is one that a service, a Bake target or an image of dockwarden.yaml hands over by that name. Unknown where a variable decides, or contexts of a Bake file that have to be evaluated.',
      (reference) => reference.kind,
    ),
    text: text('As written.', (reference) => reference.text),
    image: link(
      'image',
      'The image; absent where it names a stage, `scratch` or a context.',
      (reference) => reference.image ?? (isUnsure(reference.kind) ? reference.kind : undefined),
    ),
    stage: link(
      'stage',
      'The stage that is named; absent where it names none that is there to be used, unknown where a variable decides.',
      (reference) => reference.target,
    ),
    ownStage: flag(
      'True for a COPY or mount that names the stage it stands in; unknown where a variable decides.',
      ({ target, instruction }) => (isUnsure(target) ? target : target !== undefined && target === instruction?.stage),
    ),
    outOfReach: flag(
      'True for a COPY or mount that names a later stage, or a COPY a number that no stage above has: the builder refuses it, and pulls nothing.',
      ({ outOfReach }) => outOfReach === true,
    ),
    byIndex: flag('True where a stage is named by its number.', isByIndex),
    instruction: link('instruction', 'The instruction; absent for a service.', (reference) => reference.instruction),
    service: link('service', 'The service; absent in a Dockerfile.', (reference) => reference.service),
    dockerfile: link('dockerfile', 'The Dockerfile; absent for a service.', (reference) => reference.dockerfile),
  },
});
