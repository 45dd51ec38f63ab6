export * from './dockerfile/tree.ts';
export * from './text/diagnostic.ts';
export * from './text/edit.ts';
export * from './text/source.ts';
export * from './text/span.ts';
export * from './text/suggest.ts';
