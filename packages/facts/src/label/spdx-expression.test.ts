import { isSpdxExpression } from './spdx-expression.ts';

describe('isSpdxExpression', () => {
  test.each([
    'MIT',
    'apache-2.0',
    'GPL-2.0+',
    'Apache-2.0 OR MIT',
    '(MIT AND BSD-3-Clause) OR LicenseRef-Acme',
    'GPL-2.0-only WITH Classpath-exception-2.0',
  ])('takes %s', (text) => {
    expect(isSpdxExpression(text)).toBe(true);
  });

  test.each([
    '',
    'Proprietary',
    'MIT OR',
    'MIT Apache-2.0',
    '(MIT',
    'MIT)',
    'OR MIT',
    'MIT WITH',
    '()',
    'MIT,Apache-2.0',
  ])('refuses "%s"', (text) => {
    expect(isSpdxExpression(text)).toBe(false);
  });

  test('reads a long chain in one go', () => {
    expect(isSpdxExpression(`${'('.repeat(20_000)}MIT${')'.repeat(20_000)}`)).toBe(true);
  });
});
