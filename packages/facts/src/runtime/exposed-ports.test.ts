import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { portsOf, portsOfStage } from './exposed-ports.ts';

const exposed = (text: string) => portsOf(instructionOf(dockerfileOf(`FROM scratch\n${text}`), 'expose'));
const numbers = (text: string) => portsOfStage(dockerfileOf(text).stages.at(-1)!).map(({ number }) => number);

describe('portsOf', () => {
  test('each argument, as written', () => {
    expect(exposed('EXPOSE 80 53/UDP 8000-8010\n')).toMatchObject([
      { number: 80, last: 80, protocol: 'tcp', text: '80' },
      { number: 53, protocol: 'udp', protocolText: 'UDP', text: '53/UDP' },
      { number: 8000, last: 8010, text: '8000-8010' },
    ]);
  });

  test('variables, one or several ports each', () => {
    const found = exposed('ARG P=80\nENV PORTS="81 82"\nEXPOSE $P ${PORTS} ${Q:-83}\n');
    expect(found.map(({ number, place }) => [number, textAt(place)])).toEqual([
      [80, '$P'],
      [81, '${PORTS}'],
      [82, '${PORTS}'],
      [83, '${Q:-83}'],
    ]);
  });

  test('is unresolved where a variable has no value', () => {
    expect(exposed('ARG P\nEXPOSE $P\n')).toMatchObject([{ number: unresolved, last: unresolved }]);
  });

  test('what is no port has no number', () => {
    expect(exposed('EXPOSE http\n')[0]?.number).toBeUndefined();
  });

  test('places of the parts that are written out', () => {
    const parts = exposed('ARG P=80\nEXPOSE 127.0.0.1:8080:80/TCP "81:81" $P/UDP ${P:-a/b} [::1]:82:82\n');
    expect(
      parts.map(({ hostPlace, protocolPlace }) => [hostPlace, protocolPlace].map((place) => place && textAt(place))),
    ).toEqual([
      ['127.0.0.1:8080:', 'TCP'],
      ['81:', undefined],
      [undefined, 'UDP'],
      [undefined, undefined],
      ['[::1]:82:', undefined],
    ]);
  });

  test('other instructions have none', () => {
    expect(portsOf(instructionOf(dockerfileOf('FROM scratch\nRUN x\n'), 'run'))).toEqual([]);
  });
});

describe('portsOfStage', () => {
  test('those of the chain, ranges port by port', () => {
    expect(numbers('FROM scratch AS a\nEXPOSE 1-3\nFROM a\nEXPOSE 80\n')).toEqual([1, 2, 3, 80]);
  });

  test('those of a known base image first', () => {
    const text = 'FROM postgres:17\nEXPOSE 9000\n';
    expect(numbers(text)).toEqual([5432, 9000]);
    expect(textAt(portsOfStage(dockerfileOf(text).stages[0]!)[0]!.place)).toBe('postgres:17');
  });

  test('a wide range counts with its ends, and thousands of ranges take no memory', () => {
    expect(numbers('FROM scratch\nEXPOSE 1-65535\n')).toEqual([1, 65535]);
    expect(numbers(`FROM scratch\nEXPOSE ${'1-250 '.repeat(5000)}\n`).length).toBeLessThan(20_000);
  });
});
