import { readList } from '../compose/read/service.ts';
import { unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { capabilitiesOf } from './capabilities.ts';

test('names as the kernel has them, texts as written', () => {
  const { settings } = serviceOf('image: x\ncap_add: [net_admin, CAP_CHOWN, ALL, "$CAP"]');
  expect(capabilitiesOf(readList(settings, 'cap_add')).map(({ text, value }) => [text, value])).toEqual([
    ['net_admin', 'NET_ADMIN'],
    ['CAP_CHOWN', 'CHOWN'],
    ['ALL', 'ALL'],
    ['$CAP', unresolved],
  ]);
});
