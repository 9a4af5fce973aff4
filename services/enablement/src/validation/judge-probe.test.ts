import type { Probed } from "@tiergraph/kit/http/guarded-get";
import { expect, test } from "vitest";
import { addressOf, judgeProbe, type ProbeCheck } from "./judge-probe.js";

const check = (more: Partial<ProbeCheck> = {}): ProbeCheck => ({
  kind: "probe",
  name: "c",
  title: "C",
  path: "/health",
  status: 200,
  json: new Map(),
  ...more,
});
const answer = (body: unknown, status = 200): Probed => ({
  kind: "Answered",
  status,
  milliseconds: 12,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const judged = (json: [string, string][], probed: Probed) =>
  judgeProbe(check({ json: new Map(json) }), "https://p.example/health", probed);

test("a path is asked at the endpoint, however that ends", () => {
  expect(addressOf("https://p.example/base/", check())).toBe("https://p.example/base/health");
  expect(addressOf("https://p.example", check({ path: "/" }))).toBe("https://p.example/");
});

test("what is expected stands where the pointer says, no matter which type it has", () => {
  const document = { status: "ok", parts: [{ "a/b": 1, "m~n": true }], count: 0 };
  const pointers: [string, string][] = [
    ["/status", "ok"],
    ["/parts/0/a~1b", "1"],
    ["/parts/0/m~0n", "true"],
    ["/count", "0"],
  ];
  expect(judged(pointers, answer(document))).toEqual({
    hasPassed: true,
    evidence: "GET https://p.example/health answered 200 in 12 ms, as expected.",
  });
});

test.each<[string, [string, string][], Probed, string]>([
  ["another status", [], answer("", 503), "answered 503 in 12 ms, not 200."],
  ["another value", [["/status", "ok"]], answer({ status: "down" }), "/status is `down`, not `ok`."],
  ["no such value", [["/state", "ok"]], answer({ status: "ok" }), "/state is missing, not `ok`."],
  ["an object there", [["/status", "ok"]], answer({ status: {} }), "/status is missing, not `ok`."],
  ["what every object has", [["/constructor", "x"]], answer({}), "/constructor is missing, not `x`."],
  ["no JSON", [["/status", "ok"]], answer("<html>"), "/status is missing, not `ok`."],
  ["no answer", [], { kind: "Unanswered", because: "No answer within 5 s." }, "/health: No answer within 5 s."],
])("%s fails, and the evidence says so", (_, json, probed, evidence) => {
  const result = judged(json, probed);
  expect([result.hasPassed, result.evidence]).toEqual([false, expect.stringContaining(evidence)]);
});
