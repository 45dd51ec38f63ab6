/** Amounts are whole cents, so that sums are exact. */
export function add(...amounts) {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

export function format(cents, currency = 'EUR', locale = 'de-DE') {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);
}
