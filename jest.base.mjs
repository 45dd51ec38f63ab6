/** One configuration for every package: sources as they are, no build needed. */
export const base = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  transform: {
    '\\.(ts|mjs|js)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // unbash ships ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(unbash)/)'],
};
