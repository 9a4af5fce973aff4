import fs from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { expect, test } from "vitest";

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

const workspace = fs.readFileSync(path.join(ROOT, "pnpm-workspace.yaml"), "utf8");
const folders = fs
  .readdirSync(path.join(ROOT, "gateway"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `gateway/${name}`)
  .filter((folder) => !workspace.includes(`"!${folder}"`));
const manifestOf = (folder: string): Manifest =>
  JSON.parse(fs.readFileSync(path.join(ROOT, folder, "package.json"), "utf8")) as Manifest;

test.each(folders)(
  "%s declares the packages that its sources import, or that those ask for, and no other",
  (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
    const declared = Object.keys({ ...dependencies, ...devDependencies });
    const imported = importedBy(folder);
    const peers = declared.flatMap((name) =>
      Object.keys(manifestOf(`${folder}/node_modules/${name}`).peerDependencies ?? {}),
    );
    // Vitest is a tool of the whole checkout, and types belong to the package that they describe.
    const needed = imported.filter((name) => name !== "vitest");
    expect(needed.filter((name) => !declared.includes(name))).toEqual([]);
    const used = [...needed, ...peers];
    expect(declared.filter((name) => !used.includes(name) && !name.startsWith("@types/"))).toEqual([]);
  },
);

test("what a package imports when it runs is a dependency, and not one of development", () => {
  for (const folder of folders) {
    const { dependencies = {} } = manifestOf(folder);
    const running = importedBy(folder, /^src\/.*(?<!\.test)\.ts$/);
    expect(
      running.filter((name) => !Object.hasOwn(dependencies, name)),
      folder,
    ).toEqual([]);
  }
});

/** Imports by a package's name: of names, for effect, and while running. */
const IMPORTS = /^(?:import|export|\})[^"\n]*? from "([^".][^"]*)"|^import "([^".][^"]*)"|\bimport\("([^".][^"]*)"\)/gm;

/** The packages that the sources of a folder import. */
function importedBy(folder: string, files = /\.(tsx?|mjs)$/): string[] {
  const sources = fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => files.test(file) && !/(^|\/)(dist|node_modules)\//.test(file));
  const specifiers = sources.flatMap((file) => {
    const text = fs.readFileSync(path.join(ROOT, folder, file), "utf8");
    return [...text.matchAll(IMPORTS)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");
  });
  const names = specifiers.map((one) =>
    one
      .split("/")
      .slice(0, one.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  return [...new Set(names)].filter((name) => !name.startsWith("node:") && !builtinModules.includes(name)).sort();
}
