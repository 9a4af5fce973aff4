import os from "node:os";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { measurePartners } from "@tiergraph/metrics/measure/measure-partners.reads";
import { publishedProgram } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { seriesOf } from "@tiergraph/program/measure";
import { partnerIdOf } from "./ingest-reference.js";
import { settle, withBench } from "./open-bench.js";
import { placementProgram } from "./placement-program.js";
import { fill } from "./placement-reference.js";
import { median, spread, timed } from "./timing.js";

// Measures 50 random partners by six measures over twelve months of rollups, among 10,000 partners and among many.
// `npm run bench:measures`; PARTNERS changes how many those are.
const SIZES = [10_000, Number(process.env.PARTNERS ?? 1_000_000)];
const ROUNDS = 300;
const WARM = 50;
const AS_OF = knownCalendarDate("2026-06-30");
const program = publishedProgram(placementProgram);
const slots = new Map(seriesOf(program).map(({ key }, slot) => [key, slot]));

await withBench(async ({ ownerUrl, owner, metrics }) => {
  console.log(`${process.version}, ${os.cpus().length} cores, 50 partners, ${program.measures.length} measures`);
  const reader = metrics.readAs(systemViewer("bench"));
  const costs: number[] = [];
  for (const [i, size] of SIZES.entries()) {
    await fill(owner, { program, source: placementProgram, slots, from: SIZES[i - 1] ?? 0, to: size });
    await settle(ownerUrl);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS + WARM; round++) {
      const measurings = Array.from({ length: 50 }, (_, k) => ({
        program,
        asOf: AS_OF,
        partnerId: partnerIdOf(((round * 50 + k) * 7_919) % size),
      }));
      const { ms, result } = await timed(() => measurePartners({ own: reader, everyone: reader }, measurings));
      if (result.some((values) => values.length !== program.measures.length)) throw new Error("A measure is missing");
      if (round >= WARM) times.push(ms);
    }
    costs.push(median(times));
    console.log(`among ${size}: ${median(times).toFixed(2)} ms (${spread(times)})`);
  }
  console.log(`many against few: ${((costs[1] ?? 0) / (costs[0] ?? 1)).toFixed(2)}`);
});
