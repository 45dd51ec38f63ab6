import { worldOf } from '../testing/compose-of.ts';
import { takenElsewhere } from './ports-elsewhere.ts';
import { portsOf } from './service-ports.ts';

/** Where else the port of `b/compose.yaml` is taken, given what `a/compose.yaml` publishes. */
function elsewhere(there: string, here: string, [first, second] = ['a/compose.yaml', 'b/compose.yaml']): string[] {
  const world = worldOf({
    [first]: `services:\n  x: { image: x, ${there} }\n`,
    [second]: `services:\n  y: { image: x, ${here} }\n`,
  });
  const compose = world.composes.find(({ files }) => files.at(-1)!.source.path === second);
  return portsOf(compose!.services.find(({ name }) => name === 'y')!)
    .flatMap(takenElsewhere)
    .map(({ settings }) => settings.text);
}

test('one port of one address, in the model that comes second alone', () => {
  expect(elsewhere("ports: ['8080:80']", "ports: ['127.0.0.1:8080:81']")).toEqual(["'8080:80'"]);
  expect(elsewhere("ports: ['8080:80']", "ports: ['8080:80']", ['c/compose.yaml', 'b/compose.yaml'])).toEqual([]);
});

test('a folder is named once', () => {
  expect(elsewhere("ports: ['8080:80', '0.0.0.0:8080:81']", "ports: ['8080:80']")).toHaveLength(1);
});

test('ranges that share ports meet once', () => {
  expect(elsewhere("ports: ['8080-8089:80-89']", "ports: ['8070-8099:70-99']")).toHaveLength(1);
});

test.each([
  ['another port', "ports: ['8080:80']", "ports: ['8081:80']"],
  ['another protocol', "ports: ['8080:80/udp']", "ports: ['8080:80']"],
  ['another address', "ports: ['127.0.0.1:8080:80']", "ports: ['127.0.0.2:8080:80']"],
  ['a variable', "ports: ['$PORT:80']", "ports: ['$PORT:80']"],
  ['a profile there', "profiles: [x], ports: ['8080:80']", "ports: ['8080:80']"],
  ['a profile here', "ports: ['8080:80']", "profiles: [x], ports: ['8080:80']"],
  ['a port that the engine picks', "ports: ['80']", "ports: ['80']"],
])('not %s', (_what, there, here) => {
  expect(elsewhere(there, here)).toEqual([]);
});

test('not production, nor files of one folder', () => {
  const ports = "ports: ['8080:80']";
  expect(elsewhere(ports, ports, ['a/compose.prod.yaml', 'b/compose.yaml'])).toEqual([]);
  expect(elsewhere(ports, ports, ['a/compose.yaml', 'b/compose.prod.yaml'])).toEqual([]);
  expect(elsewhere(ports, ports, ['a/compose.yaml', 'a/compose.tools.yaml'])).toEqual([]);
});
