import { runService } from "@tiergraph/kit/process/run-service";
import { openMetrics } from "./service.js";

await runService("metrics", openMetrics, process.env);
