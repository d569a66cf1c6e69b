// Asks the service, as programs do.

/** What the service tells of a failure. */
export class ApiProblem extends Error {
  constructor(status, document) {
    super(document.detail || document.title || `status ${status}`);
    this.status = status;
    this.errors = document.errors ?? [{ message: this.message }];
  }
}

/** Kept while the page is shown, and nowhere else. */
let token = '';

export function useToken(text) {
  token = text;
}

async function answer(path, options) {
  const headers = { ...options.headers };
  if (token !== '') {
    headers.Authorization = `Bearer ${token}`;
  }
  let response;
  try {
    response = await fetch(path, { ...options, headers, credentials: 'omit', cache: 'no-store' });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiProblem(0, { detail: 'The service does not answer. Is it running?' });
  }
  if (!response.ok) {
    const told = await response.json().catch(() => ({}));
    throw new ApiProblem(response.status, told);
  }
  return response;
}

export async function get(path, query, signal) {
  const parameters = new URLSearchParams(query);
  return (await answer(`${path}?${parameters}`, { signal })).json();
}

export function send(path, body, signal) {
  return answer(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}

export async function post(path, body, signal) {
  return (await send(path, body, signal)).json();
}
