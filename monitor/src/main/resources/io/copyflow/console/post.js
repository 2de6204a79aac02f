/** Asks this server; fails with its own words. */
export async function post(path, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch {
    throw new Error('The processor cannot be reached.');
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(said.error ?? `The processor answered ${answer.status}.`);
  }
  return said;
}
