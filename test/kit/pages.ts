import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";

/** A Markdown file of the repository. */
export interface Page {
  /** From the root, for example `gateway/cli/README.md`. */
  readonly file: string;
  readonly text: string;
}

const NEVER = new Set(["node_modules", "dist"]);

/** All pages, in the order of their paths. */
export function pages(): Page[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !NEVER.has(entry.name) && !entry.name.startsWith(".")) walk(file);
      if (entry.isFile() && entry.name.endsWith(".md")) files.push(file);
    }
  };
  walk(".");
  return files.sort().map((file) => ({ file, text: fs.readFileSync(path.join(ROOT, file), "utf8") }));
}

/** One command of a page, and the lines that the page shows below it. */
export interface Step {
  readonly command: string;
  readonly expected: readonly string[];
}

/** The commands in the `console` blocks of a page, top to bottom. */
export function stepsOf({ text }: Page): Step[] {
  const blocks = [...text.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = "", ...expected] = step.split("\n");
        return { command, expected: expected.map((line) => line.trim()).filter((line) => line !== "") };
      }),
  );
}
