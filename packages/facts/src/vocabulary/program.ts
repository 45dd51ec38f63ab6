import { kind, text } from '../kernel/kind.ts';

export const programKind = kind('program', {
  doc: 'A program that an image holds.',
  key: 'name',
  place: (program) => program.place,
  properties: {
    name: text('Without its folder.', (program) => program.name),
  },
});
