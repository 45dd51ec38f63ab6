/** What a running bake tells, for progress bars and logs. */
export type BakeEvent =
  | {
      readonly kind: 'step';
      /** Name of the image. A step that several share is told for each of them. */
      readonly image: string;
      /** `[build 2/4] RUN npm ci`, as BuildKit names it. */
      readonly step: string;
      /** True for what BuildKit does by itself: loading definitions, metadata, contexts. */
      readonly internal: boolean;
      readonly state: 'started' | 'done' | 'cached' | 'failed' | 'cancelled';
      readonly seconds?: number;
      readonly error?: string;
    }
  /** One line of a step's output, told once, for the first image that has the step. */
  | {
      readonly kind: 'log';
      readonly image: string;
      readonly step: string;
      readonly line: string;
      readonly stream: 'stdout' | 'stderr';
    }
  /** How many of the steps known so far are done; more become known while it builds. */
  | { readonly kind: 'progress'; readonly image: string; readonly done: number; readonly known: number }
  /** Images that another's failure cancelled are built again. */
  | { readonly kind: 'again'; readonly images: readonly string[] };
