import { EventEmitter } from 'node:events';
import { hearSignals } from './hear-signals.ts';

test('signals are for those that listen, and end the process where nobody does any more', () => {
  const events = new EventEmitter();
  const exits: number[] = [];
  const process = { on: events.on.bind(events), exit: (code: number) => exits.push(code) };
  const onSignal = hearSignals(process);
  expect(events.eventNames()).toEqual([]);
  const heard: string[] = [];
  const first = onSignal((signal) => {
    heard.push(`first ${signal}`);
    first();
  });
  const second = onSignal((signal) => heard.push(`second ${signal}`));
  expect(events.listenerCount('SIGINT')).toBe(1);
  events.emit('SIGINT');
  events.emit('SIGHUP');
  expect(heard).toEqual(['first SIGINT', 'second SIGINT', 'second SIGHUP']);
  expect(exits).toEqual([]);
  second();
  events.emit('SIGTERM');
  expect(exits).toEqual([130]);
});
