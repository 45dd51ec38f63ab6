import { format } from '@shop/money';

export const articles = [
  { sku: 'mug-blue', name: 'Blue mug', cents: 1250 },
  { sku: 'mug-red', name: 'Red mug', cents: 1290 },
  { sku: 'plate-set', name: 'Four plates', cents: 4800 },
];

export function find(sku) {
  return articles.find((article) => article.sku === sku);
}

export function priceTag(article) {
  return `${article.name}: ${format(article.cents)}`;
}
