export * from './ci/ci-plan.ts';
