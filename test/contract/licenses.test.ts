import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { expect, test } from "vitest";

const page = fs.readFileSync(path.join(ROOT, "LICENSES.md"), "utf8");
/** Packages with their versions, by licence. */
const byLicense = new Map(
  [...page.matchAll(/^## (.+) \(\d+\)\n\n(.+)$/gm)].map(([, license = "", names = ""]) => [license, names.split(", ")]),
);
const manifests = ["services", "gateway"].flatMap((home) =>
  fs
    .readdirSync(path.join(ROOT, home), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "hive")
    .map(({ name }) => path.join(ROOT, home, name, "package.json"))
    .filter(fs.existsSync),
);

test("every package that the product names is in the page of licenses, in its version", () => {
  const named = manifests.flatMap((file) => {
    const { dependencies = {} } = JSON.parse(fs.readFileSync(file, "utf8")) as {
      dependencies?: Record<string, string>;
    };
    return Object.entries(dependencies).filter(([, version]) => !version.startsWith("workspace:"));
  });
  expect(named.length).toBeGreaterThan(20);
  const listed = new Set([...byLicense.values()].flat());
  expect(named.map(([name, version]) => `${name} ${version}`).filter((one) => !listed.has(one))).toEqual([]);
});

test("but for Apollo's gateway, what the product runs with may be used by anybody for anything", () => {
  const permissive =
    /^\(?(0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|ISC|MIT|PSF-2\.0|Python-2\.0)( (AND|OR) [\w.-]+)?\)?$/;
  const others = [...byLicense].filter(([license]) => !permissive.test(license));
  expect(others.map(([license]) => license)).toEqual(["Elastic-2.0"]);
  for (const name of others.flatMap(([, names]) => names)) expect(name).toMatch(/^@apollo\//);
});
