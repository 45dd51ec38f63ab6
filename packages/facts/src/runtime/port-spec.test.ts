import { readPortSpec } from './port-spec.ts';

describe('readPortSpec', () => {
  test.each([
    ['80', { first: 80, last: 80, protocol: 'tcp' }],
    ['53/UDP', { first: 53, last: 53, protocol: 'udp', protocolText: 'UDP' }],
    ['8000-8010/tcp', { first: 8000, last: 8010, protocol: 'tcp', protocolText: 'tcp' }],
    ['70000', { first: 70000, last: 70000, protocol: 'tcp' }],
    ['8080:80', { first: 80, last: 80, protocol: 'tcp', published: '8080' }],
    [
      '127.0.0.1:8080:80/tcp',
      { first: 80, last: 80, protocol: 'tcp', protocolText: 'tcp', published: '8080', address: '127.0.0.1' },
    ],
    ['[::1]:8080:80', { first: 80, last: 80, protocol: 'tcp', published: '8080', address: '[::1]' }],
    ['http', { protocol: 'tcp' }],
    ['80/', { first: 80, last: 80, protocol: 'tcp' }],
    ['', { protocol: 'tcp' }],
    ['80-x', { first: 80, protocol: 'tcp' }],
  ])('%s', (text, expected) => {
    expect(readPortSpec(text)).toEqual(expected);
  });
});
