// The audits of the GraphQL over HTTP specification, over the graph as `npm start` serves it.
import { auditServer } from "graphql-http";

/** As many as Apollo Server itself has: for `application/json` it answers what it cannot run with 400, and not with 200. */
const MOST_WARNINGS = 3;

export async function auditHttp({ url, token }) {
  const fetchFn = (input, { headers, ...init } = {}) =>
    fetch(input, { ...init, headers: { ...headers, authorization: `Bearer ${token}` } });
  const results = await auditServer({ url, fetchFn });
  const failed = results.filter(({ status }) => status === "error");
  const warned = results.filter(({ status }) => status === "warn");
  if (failed.length > 0 || warned.length > MOST_WARNINGS)
    throw new Error([...failed, ...warned].map(({ id, name, reason }) => `${id} ${name}: ${reason}`).join("\n"));
  console.log(`graphql-http: ${results.length} audits, no error, ${warned.length} warnings.`);
}
