import { base } from '../../jest.base.mjs';

export default { ...base, displayName: 'report', testMatch: [...base.testMatch, '<rootDir>/page/**/*.test.ts'] };
