import { textAt } from '@dockwarden-internal/syntax';
import { kind, link, text } from '../kernel/kind.ts';

export const credentialKind = kind('credential', {
  doc: 'A secret that is written out in an instruction or in what a service starts: a token by its shape, a password in an address, an option or a header; also in the body of a heredoc. Those of ARG and ENV are variables.',
  source: 'https://docs.docker.com/build/building/secrets/',
  place: (credential) => credential.place,
  properties: {
    text: text(
      'The word that holds it, or the lines of a private key; never printed.',
      (credential) => textAt(credential.place),
      {
        at: (credential) => credential.place,
        sensitive: () => true,
      },
    ),
    instruction: link('instruction', 'The instruction; absent for a service.', (credential) => credential.instruction),
    service: link('service', 'The service; absent for an instruction.', (credential) => credential.service),
    stage: link(
      'stage',
      'The stage; absent for a service and before the first FROM.',
      (credential) => credential.instruction?.stage,
    ),
    dockerfile: link(
      'dockerfile',
      'The Dockerfile that it stands in; absent for a service.',
      (credential) => credential.instruction?.dockerfile,
    ),
  },
});
