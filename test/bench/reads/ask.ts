import { setTimeout } from "node:timers/promises";

interface GraphError {
  readonly message: string;
}

/** Asks a product, again where it says that it may be asked again. @throws with the errors that it answers */
export async function askGraph<Data>(
  url: string,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: readonly GraphError[] };
    if (errors === undefined) return data;
    if (attempt === 8 || !JSON.stringify(errors).includes("UNAVAILABLE")) throw new Error(JSON.stringify(errors));
    await setTimeout(1_000 * attempt);
  }
}

interface Payload {
  readonly userErrors: readonly GraphError[];
  readonly results?: readonly { readonly message: string | null }[];
}

/** Changes something by a mutation with one input. @throws what it refuses */
export async function change<Changed extends object = object>(
  url: string,
  token: string,
  { field, input, selection = "" }: { field: string; input: object; selection?: string },
): Promise<Changed> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { change: ${field}(input: $input) { ${selection} userErrors { message } } }`;
  const { change: payload } = await askGraph<{ change: Payload & Changed }>(url, token, query, { input });
  const refused = [...payload.userErrors, ...(payload.results ?? [])].flatMap(({ message }) => message ?? []);
  if (refused[0] !== undefined) throw new Error(`${field} refused: ${refused[0]}`);
  return payload;
}
