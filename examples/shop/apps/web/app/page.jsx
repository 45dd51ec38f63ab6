import { articles, priceTag } from '@shop/catalog';

export default function Page() {
  return (
    <ul>
      {articles.map((article) => (
        <li key={article.sku}>{priceTag(article)}</li>
      ))}
    </ul>
  );
}
