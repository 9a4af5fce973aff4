import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout; this file runs as `gateway/installation/dist/root.js` or `gateway/installation/src/root.ts`. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** The file to start a process of the server from, as `gateway/build-server.mjs` bundled it: `main-worker`, `partners` … */
export const processFile = (name: string): string => path.join(ROOT, "gateway/server/dist/bundle", `${name}.js`);
