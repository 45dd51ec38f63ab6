import type { Check } from './report.ts';

export const checkExpose: Check = () => {};
