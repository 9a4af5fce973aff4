import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { expect, test } from "vitest";

// A benchmark that nobody runs stops running: a small run of it, without what it would have to install.
test.skipIf(process.platform !== "linux")(
  "the benchmark of reads fills a base, finds equal answers, and states its ratios",
  () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph bench "));
    const json = path.join(directory, "ratios.json");
    const page = path.join(directory, "charts.html");
    try {
      const options = "--partners 12 --rounds 1 --seconds 1 --warm 0.5 --connections 4 --contestants ours,floor";
      execFileSync(
        process.execPath,
        [
          path.join(ROOT, "test/dist/bench/reads/main.js"),
          ...options.split(" "),
          ...["--directory", directory, "--json", json, "--page", page],
        ],
        { stdio: ["ignore", "pipe", "pipe"] },
      );
      const { ratios, results } = JSON.parse(fs.readFileSync(json, "utf8")) as Record<string, Record<string, object>>;
      expect(Object.keys(ratios ?? {})).toEqual(["home:floor", "home-cpu:floor", "list:floor", "list-cpu:floor"]);
      for (const ratio of Object.values(ratios ?? {}))
        for (const value of Object.values(ratio)) expect(value).toBeGreaterThan(0);
      expect(Object.keys(results ?? {})).toEqual(["portal-home", "partner-list"]);
      const charts = fs.readFileSync(page, "utf8");
      expect(charts.match(/<svg/g)).toHaveLength(4);
      expect(charts).not.toMatch(/NaN|undefined|Infinity/);
    } finally {
      fs.rmSync(directory, { recursive: true, force: true });
    }
  },
  180_000,
);
