/** Whether a text is an address of IPv4 or IPv6. Source: `ParseIP` of Go's net package, which takes no zones. */
export function isIp(text: string): boolean {
  if (!text.includes(':')) return isIpv4(text);
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const endsInIpv4 = last?.includes('.') && text.endsWith(last) && isIpv4(last);
  if (!groups.every((group, i) => /^[0-9a-f]{1,4}$/i.test(group) || (endsInIpv4 && i === groups.length - 1)))
    return false;
  const count = groups.length + (endsInIpv4 ? 1 : 0);
  return halves.length === 1 ? count === 8 : halves.length === 2 && count < 8;
}

function isIpv4(text: string): boolean {
  return (
    /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255 && !/^0\d/.test(part))
  );
}
