import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const require = createRequire(new URL("../gateway/server/package.json", import.meta.url));

/** They kill processes or wait for the clock: on two cores nothing else may run beside them. */
const ALONE = [
  "test/faults/workers.test.ts",
  "test/faults/{distributed,embedded-postgres,event-streams,facts-shuffled,facts-under-fire,jobs,placement-run,postgres-restart}.test.ts",
  "test/faults/redemptions.test.ts",
];
/** Tests share their modules, which are loaded once a worker and not once a file: loading them took as long as the tests. */
const SHARED = { isolate: false, maxWorkers: 2 };
/** They take minutes: what begins first ends while others run, and what begins last is waited for. */
const LONG = /\/(isolation|pages|playground|ledger-model|crm-export)\.test\.ts$/;
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
const BESIDE = ["services/*/src/**/*.test.ts", "gateway/*/src/**/*.test.ts"];
const NEVER = ["**/node_modules/**", "**/dist/**"];

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
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...NEVER, ...ALONE],
          ...SHARED,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "beside",
          include: BESIDE,
          exclude: NEVER,
          ...SHARED,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "alone", include: ALONE, exclude: NEVER, ...SHARED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    sequence: { sequencer: LongestFirst },
    globalSetup: [fileURLToPath(new URL("./kit/global-setup.ts", import.meta.url))],
    // On a busy machine a browser or a server needs its time, and speed is what benchmarks measure: these end what hangs.
    testTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 300_000,
  },
});
