export type * from './model/context-entry.ts';
export type * from './model/image.ts';
export type * from './model/image-inputs.ts';
export type * from './model/image-plan.ts';
export type * from './model/image-request.ts';
export type * from './model/program.ts';
