import { existsSync } from "node:fs";

/** The browser that tests of pages run in; undefined where the machine has none: such tests then say that they skip. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
