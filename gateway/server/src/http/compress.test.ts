import { expect, test } from "vitest";
import { encodingFor } from "./compress.js";

test.each([
  [undefined, null],
  ["", null],
  ["identity", null],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["BR;q=0.5, gzip;q=1.0", "br"],
  ["br;q=0, gzip", "gzip"],
  ["*", "br"],
  ["*;q=0", null],
  ["br;q=0, *;q=0.1", "gzip"],
  ["gzip;q=nonsense", null],
  ["gzip ; q=0.3", "gzip"],
])("who accepts %s is sent %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
