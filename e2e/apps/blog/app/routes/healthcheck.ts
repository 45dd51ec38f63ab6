export function loader() {
  return new Response(JSON.stringify({ status: 'ok' }), { headers: { 'content-type': 'application/json' } });
}
