import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { boundConnections, connectionTimes } from "./bound-connections.js";

let app: FastifyInstance;
afterEach(() => app.close());

async function listening(perAddress = 100): Promise<number> {
  app = fastify({ ...connectionTimes({ headMs: 100, requestMs: 300 }), forceCloseConnections: true });
  boundConnections(app, { perAddress, refuse: (_request, reply) => reply.code(429).send("too many") });
  app.post("/", async () => "answered");
  await app.listen({ port: 0, host: "127.0.0.1" });
  return (app.server.address() as AddressInfo).port; // It listens at a port.
}

/** What a server answers until it ends the connection. */
async function answerTo(port: number, sent: string): Promise<string> {
  const socket = net.connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  if (sent !== "") socket.write(sent);
  await once(socket, "close");
  return answer;
}

const HEAD = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n";

test.each([
  ["nothing", ""],
  ["half a head", "POST / HTTP/1.1\r\nhost: x\r\n"],
  ["a head without its body", `${HEAD}\r\n{`],
])("a connection that sends %s is closed", async (_what, sent) => {
  expect(await answerTo(await listening(), sent)).toMatch(/^HTTP\/1\.1 408 /);
});

test("an address holds so many connections: one too many is refused, and after one ended there is room", async () => {
  const port = await listening(2);
  const whole = `${HEAD}\r\n{}`;
  const [first, second] = [net.connect(port, "127.0.0.1"), net.connect(port, "127.0.0.1")];
  // Both are counted once both are answered.
  for (const socket of [first, second]) {
    socket.write(whole);
    await once(socket, "data");
  }
  const refused = await answerTo(port, whole);
  expect(refused).toMatch(/^HTTP\/1\.1 429 /);
  expect(refused).toMatch(/connection: close/i);
  first.destroy();
  await expect.poll(() => answerTo(port, `${HEAD}connection: close\r\n\r\n{}`)).toContain("answered");
  second.destroy();
});
