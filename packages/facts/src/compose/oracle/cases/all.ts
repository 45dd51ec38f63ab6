import { type OracleCase, pairCase } from './case.ts';
import { PAIRS } from './pairs.ts';
import { PROJECTS } from './projects.ts';

export const ORACLE_CASES: readonly OracleCase[] = [...PAIRS.map(pairCase), ...PROJECTS];
