import { kind, text } from '../kernel/kind.ts';

export const programKind = kind('program', {
  doc: 'A program that an image holds.',
  source: 'https://refspecs.linuxfoundation.org/FHS_3.0/fhs-3.0.html',
  key: 'name',
  place: (program) => program.place,
  properties: {
    name: text('Without its folder.', (program) => program.name),
  },
});
