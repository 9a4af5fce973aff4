import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout; this file runs as `gateway/installation/dist/root.js` or `gateway/installation/src/root.ts`. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** The file to start a process from, as `gateway/bundle.mjs` wrote it: `main-worker`, `partners`, `command-import` … */
export const processFile = (name: string): string => path.join(ROOT, "gateway/server/dist/bundle", `${name}.js`);
