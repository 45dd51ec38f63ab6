import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { probeIn } from './probe-of.ts';

const read = (command: string) => {
  const file = dockerfileOf(`FROM debian:12\nHEALTHCHECK CMD ${command}\n`);
  const textAt = ({ start, end } = { start: 0, end: 0 }) => file.source.text.slice(start, end);
  return { ...probeIn(instructionOf(file, 'healthcheck'))!, textAt };
};

const probe = (command: string) => {
  const { program, port, programPlace, textAt } = read(command);
  return [program, port, textAt(programPlace?.span)];
};

test.each([
  ['curl localhost:80', ['curl', 80, 'curl']],
  ["bash -c '</dev/tcp/localhost/80'", ['bash', 80, 'bash']],
  ['["/bin/bash", "-c", ":> /dev/tcp/localhost/80"]', ['bash', 80, 'bash']],
  ['["bash", "-c", "true"]', ['bash', undefined, 'bash']],
  ["bash -c 'curl localhost:80'", ['curl', 80, 'curl']],
  ["sh -c 'exit 0'", [undefined, undefined, '']],
  ['exit 0', [undefined, undefined, '']],
])('%s', (command, expected) => {
  expect(probe(command)).toEqual(expected);
});

test('the port of a redirection is underlined', () => {
  const { portPlace, textAt } = read("bash -c '</dev/tcp/localhost/8080'");
  expect(textAt(portPlace?.span)).toBe('8080');
});
