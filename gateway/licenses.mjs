// Writes LICENSES.md: what the product is made of besides itself, by licence, from the packages that are installed. Then
// prints known advisories, where the registry has them: npm run licenses
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const PNPM = ["--yes", "pnpm@10.34.9"];

const listed = pnpm(["licenses", "list", "--prod", "--json"]);
if (listed.status !== 0) {
  console.error(`The licences cannot be listed: ${listed.stderr}`);
  process.exit(1);
}
const packages = Object.entries(JSON.parse(listed.stdout)).sort(([a], [b]) => (a < b ? -1 : 1));
const sections = packages.map(([license, of]) => {
  const names = of.flatMap(({ name, versions }) => versions.map((version) => `${name} ${version}`)).sort();
  return `## ${license} (${names.length})\n\n${names.join(", ")}\n`;
});
const head = `# Licenses

What the product runs with, by licence: written by \`npm run licenses\` from the packages that are installed on Linux, x64. Tools of the build and of tests are not in it, nor is
PostgreSQL, which comes as a program of its own ([PostgreSQL License](https://www.postgresql.org/about/licence/)). Tiergraph itself is under the [MIT license](LICENSE).
`;
writeFileSync("LICENSES.md", [head, ...sections].join("\n"));

const { stdout, status } = pnpm(["audit", "--prod"]);
console.log(
  stdout.trim() || (status === 0 ? "No known advisories." : "The registry did not say whether there are advisories."),
);

function pnpm(args) {
  return spawnSync("npx", [...PNPM, ...args], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}
