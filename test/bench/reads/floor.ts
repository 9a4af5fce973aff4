import http from "node:http";
import pg from "pg";
import { z } from "zod";
import { HOME, LIST } from "./floor-sql.js";

// The floor: each operation is one prepared statement on bare node:http, without a token and without row-level security.
// Runs in a process of its own: DATABASE_URL, PORT.
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: "-c plan_cache_mode=force_generic_plan -c jit=off",
});
const asked = z.object({ variables: z.object({ partnerId: z.string().optional(), after: z.string().nullish() }) });
const position = z.tuple([z.string(), z.string()]);

/** The last days of twelve months, and today. */
function monthEnds(today: string): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const ends = Array.from({ length: 11 }, (_, i) => new Date(Date.UTC(year, month - 11 + i, 0)));
  return [...ends.map((end) => end.toISOString().slice(0, 10)), today];
}

function statementFor(body: string): pg.QueryArrayConfig {
  const { partnerId, after } = asked.parse(JSON.parse(body)).variables;
  const today = new Date().toISOString().slice(0, 10);
  const rowMode = "array" as const;
  if (partnerId !== undefined)
    return { name: "home", text: HOME, values: [partnerId, today, monthEnds(today)], rowMode };
  const [name, id] = after == null ? [null, null] : position.parse(JSON.parse(Buffer.from(after, "base64").toString()));
  return { name: "list", text: LIST, values: [name, id, today], rowMode };
}

http
  .createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      pool.query<[string]>(statementFor(body)).then(
        ({ rows }) => response.writeHead(200, { "content-type": "application/json" }).end(rows[0]?.[0]),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
