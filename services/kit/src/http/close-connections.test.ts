import { once } from "node:events";
import net from "node:net";
import fastify from "fastify";
import { expect, test } from "vitest";
import { closeConnections } from "./close-connections.js";

async function connectTo(port: number): Promise<net.Socket> {
  const socket = net.connect(port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

test("a server that closes answers what it was asked, and waits for no connection that a client keeps", async () => {
  const app = fastify();
  closeConnections(app);
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  let answer = () => {};
  app.get("/", () => {
    isAsked();
    return new Promise((resolve) => {
      answer = () => resolve("answered");
    });
  });
  const port = Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
  const [asking, ahead] = [await connectTo(port), await connectTo(port)];
  let text = "";
  asking.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  asking.write("GET / HTTP/1.1\r\nhost: here\r\n\r\n");
  await asked;

  const closing = app.close();
  await once(ahead, "close");
  answer();
  await closing;
  expect(text).toContain("answered");
}, 20_000);
