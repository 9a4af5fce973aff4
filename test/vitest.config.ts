import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const require = createRequire(new URL("../gateway/package.json", import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: {
    conditions: ["source"],
    // graphql 16 ships CommonJS and ES modules side by side; Vite picks one, Apollo requires the other, and two
    // copies of graphql refuse each other's schemas ("another module or realm"). One resolved file for all.
    alias: [{ find: /^graphql$/, replacement: require.resolve("graphql") }],
  },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["services/*/src/**/*.test.ts", "gateway/src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: [fileURLToPath(new URL("./kit/global-setup.ts", import.meta.url))],
    testTimeout: 30_000,
    // On a busy machine a browser needs its time; what is awaited is awaited, not timed.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
  },
});
