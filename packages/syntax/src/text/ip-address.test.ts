import { isIp } from './ip-address.ts';

test.each(['1.2.3.4', '0.0.0.0', '::', '::1', '1::2', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4'])(
  '%s is an address',
  (text) => expect(isIp(text)).toBe(true),
);

test.each([
  '',
  'localhost',
  '1.2.3',
  '256.1.1.1',
  '1.2.3.04',
  '::zz',
  '1::2::3',
  ':::',
  '1:2',
  'fe80::1%eth0',
  '[::1]',
])('%s is none', (text) => expect(isIp(text)).toBe(false));
