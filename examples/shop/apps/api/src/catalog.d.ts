declare module '@shop/catalog' {
  export interface Article {
    readonly sku: string;
    readonly name: string;
    readonly cents: number;
  }
  export const articles: readonly Article[];
  export function find(sku: string): Article | undefined;
}
